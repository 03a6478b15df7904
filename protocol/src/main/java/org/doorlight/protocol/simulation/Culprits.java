package org.doorlight.protocol.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.wire.message.DocumentRecord;

/**
 * Who means harm changes nothing for the others: all honest homes come to the same about what liars wrote, know the same proofs, and
 * accuse nobody who is honest.
 */
final class Culprits implements Watcher {
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
        SortedSet<DeviceId> dishonest = world.dishonestDevices();
        List<SimulatedNode> members = world.members();
        SortedMap<String, String> first = heldOf(members.get(0), dishonest);
        for (SimulatedNode node : members) {
            SortedMap<String, String> held = heldOf(node, dishonest);
            if (!held.equals(first)) {
                world.violated("convergence: " + members.get(0) + " and " + node
                        + " hold different things of somebody dishonest: " + difference(first, held));
            }
            accusesNobodyHonest(node, dishonest);
        }
        named = Kept.of(members.get(0)).contradictions().size();
    }

    private static String difference(SortedMap<String, String> one, SortedMap<String, String> other) {
        SortedMap<String, String> all = new TreeMap<>(one);
        all.putAll(other);
        return all.keySet().stream()
                .filter(key -> !one.getOrDefault(key, "nothing").equals(other.getOrDefault(key, "nothing")))
                .findFirst()
                .map(key -> key + " is " + one.getOrDefault(key, "nothing") + " here and "
                        + other.getOrDefault(key, "nothing") + " there")
                .orElse("");
    }

    /** For each document and dishonest device: how far it is held, where it forks, and the facts in it that everyone may read. */
    private static SortedMap<String, String> heldOf(SimulatedNode node, SortedSet<DeviceId> dishonest) {
        SortedMap<String, String> held = new TreeMap<>();
        SimulatedStore store = new SimulatedStore(node.disk(), new Dice(0));
        for (Archive.Kept kept : store.records(Shelf.DOCUMENT)) {
            node.vault()
                    .open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .ifPresent(value -> add(held, HexFormat.of().formatHex(kept.key()), record(value), dishonest));
        }
        return held;
    }

    private static DocumentRecord record(byte[] value) {
        try {
            return DocumentRecord.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a node wrote a record that it could not read", malformed);
        }
    }

    private static void add(
            SortedMap<String, String> held, String document, DocumentRecord record, SortedSet<DeviceId> dishonest) {
        record.getFrontierList().forEach(entry -> {
            DeviceId device = DeviceId.of(entry.getDevice().toByteArray());
            if (dishonest.contains(device)) {
                held.put(
                        document + "/" + device.hex(),
                        entry.getCount() + " to "
                                + HexFormat.of().formatHex(entry.getLast().toByteArray()) + ", fork " + entry.getFork()
                                + ", facts " + record.getFactsCount());
            }
        });
    }

    private void accusesNobodyHonest(SimulatedNode node, SortedSet<DeviceId> dishonest) {
        Kept.of(node).contradictions().stream()
                .map(Contradiction::device)
                .filter(device -> !dishonest.contains(device))
                .forEach(device -> world.violated(
                        "culprits: " + node + " holds a proof against an honest device, " + device.brief()));
        Kept.of(node)
                .charter()
                .ifPresent(charter -> charter.forks().keySet().stream()
                        .filter(device -> !dishonest.contains(device))
                        .forEach(device ->
                                world.violated("culprits: " + node + " holds two statements of an honest device, "
                                        + device.brief() + ", under one number")));
        people.status(node).complaints().stream()
                .filter(complaint -> !dishonest.contains(complaint.device()))
                .forEach(complaint -> world.violated("culprits: " + node + " complains of an honest device, "
                        + complaint.device().brief() + ": " + complaint.reason()));
    }
}
