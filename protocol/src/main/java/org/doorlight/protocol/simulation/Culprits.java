package org.doorlight.protocol.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.DocumentRecord;
import org.doorlight.protocol.wire.message.FrontierEntryRecord;

/**
 * Who means harm changes nothing for the others: all honest homes come to the same about what liars wrote, know the same proofs, and
 * accuse nobody who is honest.
 */
final class Culprits implements Watcher {
    private static final String FACTS = " facts";

    private final World world;
    private final People people;
    private long named;

    Culprits(World world, People people) {
        this.world = world;
        this.people = people;
    }

    /** Proofs against dishonest devices that everybody held in the end. */
    long named() {
        return named;
    }

    @Override
    public void settled() {
        SortedSet<DeviceId> twofold = world.twofoldDevices();
        SortedSet<DeviceId> dishonest = world.dishonestDevices();
        List<SimulatedNode> members = world.members();
        SortedMap<String, String> first = heldOf(members.get(0), twofold, dishonest);
        for (SimulatedNode node : members) {
            SortedMap<String, String> held = heldOf(node, twofold, dishonest);
            difference(first, held)
                    .ifPresent(what -> world.violated("convergence: " + members.get(0) + " and " + node
                            + " hold different things of somebody who may have given two answers: " + what));
            accusesNobodyHonest(node, twofold);
        }
        named = Kept.of(members.get(0))
                .map(kept -> kept.contradictions().size())
                .orElse(0);
    }

    private static Optional<String> difference(SortedMap<String, String> one, SortedMap<String, String> other) {
        SortedMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all.keySet().stream()
                .filter(key -> !isForFew(key, one, other))
                .filter(key -> !one.getOrDefault(key, "nothing").equals(other.getOrDefault(key, "nothing")))
                .findFirst()
                .map(key -> key + " is " + one.getOrDefault(key, "nothing") + " here and "
                        + other.getOrDefault(key, "nothing") + " there");
    }

    /** What only one of the two may read cannot differ between them. */
    private static boolean isForFew(String key, SortedMap<String, String> one, SortedMap<String, String> other) {
        return key.endsWith(FACTS) && !(one.containsKey(key) && other.containsKey(key));
    }

    /** For each document and device: how far it is held and where it forks. Of liars the facts are looked at too, where they may be read. */
    private static SortedMap<String, String> heldOf(
            SimulatedNode node, SortedSet<DeviceId> twofold, SortedSet<DeviceId> dishonest) {
        SortedMap<String, String> held = new TreeMap<>();
        SimulatedStore store = new SimulatedStore(node.disk(), new Dice(0));
        for (Archive.Kept kept : store.records(Shelf.DOCUMENT)) {
            String document = HexFormat.of().formatHex(kept.key());
            node.vault()
                    .open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .map(Culprits::record)
                    .ifPresent(record -> record.getFrontierList().forEach(entry -> {
                        DeviceId device = DeviceId.of(entry.getDevice().toByteArray());
                        String chain = document + "/" + device.hex();
                        if (twofold.contains(device)) {
                            held.put(chain, words(entry));
                        }
                        if (dishonest.contains(device) && !record.getKind().isEmpty()) {
                            held.put(chain + FACTS, String.valueOf(record.getFactsCount()));
                        }
                    }));
        }
        return held;
    }

    private static String words(FrontierEntryRecord entry) {
        String last = HexFormat.of().formatHex(entry.getLast().toByteArray());
        return entry.getCount() + " to " + last + ", fork " + entry.getFork();
    }

    private static DocumentRecord record(byte[] value) {
        try {
            return DocumentRecord.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a node wrote a record that it could not read", malformed);
        }
    }

    private void accusesNobodyHonest(SimulatedNode node, SortedSet<DeviceId> twofold) {
        SortedSet<DeviceId> signTwice = world.devicesThatMaySignTwice();
        Kept.of(node).ifPresent(kept -> {
            kept.contradictions().stream()
                    .map(Contradiction::device)
                    .filter(device -> !twofold.contains(device))
                    .forEach(device -> world.violated(
                            "culprits: " + node + " holds a proof against an honest device, " + device.brief()));
            kept.charter().forks().keySet().stream()
                    .filter(device -> !signTwice.contains(device))
                    .forEach(device -> world.violated("culprits: " + node
                            + " holds two statements of an honest device, " + device.brief() + ", under one number"));
        });
        people.status(node).complaints().stream()
                .filter(complaint -> !twofold.contains(complaint.device()))
                .forEach(complaint -> world.violated("culprits: " + node + " complains of an honest device, "
                        + complaint.device().brief() + ": " + complaint.reason()));
    }
}
