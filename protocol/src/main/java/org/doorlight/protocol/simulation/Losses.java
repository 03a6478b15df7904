package org.doorlight.protocol.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;

/**
 * What goes for good when an older copy takes the place of a disk: envelopes and grants that lay on no other disk at that moment. No
 * system can bring them back; everything else has to come back.
 */
final class Losses {
    private final World world;
    private final Ledger ledger;

    Losses(World world, Ledger ledger) {
        this.world = world;
        this.ledger = ledger;
    }

    /** Writes into the ledger what may be missing from now on. */
    void account(SimulatedNode node, SimulatedDisk older) {
        findDoors(node);
        List<SimulatedDisk> left = Stream.concat(
                        Stream.of(older),
                        world.nodes().stream().filter(other -> other != node).map(SimulatedNode::disk))
                .toList();
        SortedMap<EnvelopeId, Envelope> lost = envelopes(List.of(node.disk()));
        SortedMap<EnvelopeId, Envelope> held = envelopes(left);
        lost.keySet().removeAll(held.keySet());
        lost.values().forEach(this::lose);
        SortedSet<EpochId> epochs = grants(List.of(node.disk()));
        epochs.removeAll(grants(left));
        held.values().stream()
                .filter(envelope -> epochs.contains(envelope.header().epoch()))
                .forEach(this::lose);
    }

    private void lose(Envelope envelope) {
        DocumentId document = envelope.header().document();
        for (Ledger.Wish wish : ledger.all()) {
            if (wish.doorDocument().equals(Optional.of(document))) {
                wish.loseDoor();
            }
            if (wish.document().equals(Optional.of(document))) {
                if (envelope.header().first() == 1) {
                    wish.lose();
                    wish.loseDoor();
                }
                wish.loseWithdrawal();
            }
        }
    }

    private static SortedMap<EnvelopeId, Envelope> envelopes(Collection<SimulatedDisk> disks) {
        SortedMap<EnvelopeId, Envelope> found = new TreeMap<>();
        disks.stream()
                .flatMap(disk -> disk.folders.values().stream())
                .flatMap(List::stream)
                .filter(filing -> filing.row().isWhole())
                .map(filing -> Envelope.parse(filing.row().bytes()))
                .flatMap(Optional::stream)
                .forEach(envelope -> found.put(envelope.id(), envelope));
        return found;
    }

    private static SortedSet<EpochId> grants(Collection<SimulatedDisk> disks) {
        SortedSet<EpochId> found = new TreeSet<>();
        disks.stream()
                .flatMap(disk -> disk.records.keySet().stream())
                .filter(place -> place.shelf() == Shelf.GRANT.number())
                .forEach(place -> found.add(EpochId.of(secondId(place.key()))));
        return found;
    }

    private static byte[] secondId(byte[] key) {
        return Arrays.copyOfRange(key, Bytes16.LENGTH, 2 * Bytes16.LENGTH);
    }

    /** Where the door details of this household lie; only it can tell, and only while it holds them. */
    private void findDoors(SimulatedNode node) {
        List<Ledger.Wish> looked = ledger.all().stream()
                .filter(wish -> wish.author().isOf(node) && wish.door().isPresent())
                .filter(wish -> wish.doorDocument().isEmpty())
                .toList();
        if (looked.isEmpty()) {
            return;
        }
        for (var kept : new SimulatedStore(node.disk(), new Dice(0)).records(Shelf.DOCUMENT)) {
            String known = node.vault()
                    .open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .map(value -> new String(value, StandardCharsets.UTF_8))
                    .orElse("");
            looked.stream()
                    .filter(wish -> wish.door().filter(known::contains).isPresent())
                    .forEach(wish -> wish.doorLiesIn(DocumentId.of(secondId(kept.key()))));
        }
    }
}
