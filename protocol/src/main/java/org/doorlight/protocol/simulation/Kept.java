package org.doorlight.protocol.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;

/** What is on a disk, read without its node. */
record Kept(
        Optional<Identity> identity,
        List<Statement> statements,
        List<Grant> grants,
        SortedMap<EpochId, byte[]> secrets,
        List<Envelope> envelopes,
        List<Contradiction> contradictions) {
    static Kept of(SimulatedNode node) {
        SimulatedStore store = new SimulatedStore(node.disk(), new Dice(0));
        SortedMap<EpochId, byte[]> secrets = new TreeMap<>();
        for (Archive.Kept kept : store.records(Shelf.SECRET)) {
            node.vault()
                    .open(Shelf.SECRET, kept.key(), kept.value())
                    .ifPresent(secret -> secrets.put(epochIn(kept.key()), secret));
        }
        return new Kept(
                Identities.on(node),
                store.records(Shelf.STATEMENT).stream()
                        .map(kept -> Statement.parse(kept.value()))
                        .flatMap(Optional::stream)
                        .toList(),
                store.records(Shelf.GRANT).stream()
                        .map(kept -> Grant.parse(kept.value()))
                        .flatMap(Optional::stream)
                        .toList(),
                secrets,
                envelopes(node),
                store.records(Shelf.CONTRADICTION).stream()
                        .map(kept -> Contradiction.parse(kept.value()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static EpochId epochIn(byte[] key) {
        return EpochId.of(Arrays.copyOfRange(key, Bytes16.LENGTH, 2 * Bytes16.LENGTH));
    }

    private static List<Envelope> envelopes(SimulatedNode node) {
        List<Envelope> envelopes = new ArrayList<>();
        node.disk()
                .folders
                .values()
                .forEach(filings -> filings.stream()
                        .filter(filing -> filing.row().isWhole())
                        .map(filing -> Envelope.parse(filing.row().bytes()))
                        .flatMap(Optional::stream)
                        .forEach(envelopes::add));
        return envelopes;
    }

    /** The charter all statements make; empty if there is none yet. */
    Optional<Charter> charter() {
        Optional<Charter> charter = statements.stream().findFirst().flatMap(Charter::of);
        charter.ifPresent(found -> statements.stream().skip(1).forEach(found::add));
        return charter;
    }
}
