package org.doorlight.protocol.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Resolved;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.replica.Replica;

/**
 * What is on a home's disk, read with that home's key and without its node.
 *
 * @param charter of all statements on it, and of those that come to it later; not to be added to
 * @param envelopes document by document, each in the order of arrival
 */
record Kept(
        Identity identity,
        Charter charter,
        List<Grant> grants,
        SortedMap<EpochId, byte[]> secrets,
        List<Envelope> envelopes,
        List<Contradiction> contradictions) {
    Kept {
        grants = List.copyOf(grants);
        secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
        envelopes = List.copyOf(envelopes);
        contradictions = List.copyOf(contradictions);
    }

    /** Empty for a home that is in no circle. */
    static Optional<Kept> of(SimulatedNode node) {
        SimulatedStore store = new SimulatedStore(node.disk(), new Dice(0));
        return Identities.on(node)
                .flatMap(identity -> charter(node.disk(), store)
                        .map(charter -> new Kept(
                                identity,
                                charter,
                                grants(store),
                                secrets(node, store),
                                envelopes(node),
                                contradictions(store))));
    }

    /** What was damaged and came again lies behind what follows it: they are put back into an order in which each follows its own past. */
    private static Optional<Charter> charter(SimulatedDisk disk, SimulatedStore store) {
        List<Statement> found = store.records(Shelf.STATEMENT).stream()
                .map(kept -> Statement.parse(kept.value()))
                .flatMap(Optional::stream)
                .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // Signatures are checked once: a disk is read again and again, and mostly only grew.
        Charter charter = Optional.ofNullable(disk.read)
                .filter(before -> ids(found).containsAll(before.ids()))
                .orElseGet(() -> Charter.awaiting(found.get(0).circle()));
        charter.addAll(found);
        disk.read = charter;
        return Optional.of(charter).filter(known -> !known.all().isEmpty());
    }

    private static SortedSet<StatementId> ids(List<Statement> statements) {
        SortedSet<StatementId> ids = new TreeSet<>();
        statements.forEach(statement -> ids.add(statement.id()));
        return ids;
    }

    private static List<Grant> grants(SimulatedStore store) {
        return store.records(Shelf.GRANT).stream()
                .map(kept -> Grant.parse(kept.value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Contradiction> contradictions(SimulatedStore store) {
        return store.records(Shelf.CONTRADICTION).stream()
                .map(kept -> Contradiction.parse(kept.value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static SortedMap<EpochId, byte[]> secrets(SimulatedNode node, SimulatedStore store) {
        SortedMap<EpochId, byte[]> secrets = new TreeMap<>();
        for (Archive.Kept kept : store.records(Shelf.SECRET)) {
            node.vault()
                    .open(Shelf.SECRET, kept.key(), kept.value())
                    .ifPresent(secret -> secrets.put(epochIn(kept.key()), secret));
        }
        return secrets;
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

    /** Each after all it follows. */
    List<Statement> statements() {
        return charter.all();
    }

    /** A charter of its own, and some more statements behind these. */
    Charter charterWith(Statement... more) {
        Charter own = beginning();
        statements().stream().skip(1).forEach(own::add);
        Arrays.stream(more).forEach(own::add);
        return own;
    }

    /** All devices of this home's member. */
    SortedSet<DeviceId> devicesOfMember() {
        Resolved resolved = charter().resolved();
        SortedSet<DeviceId> devices = new TreeSet<>();
        resolved.device(identity.device())
                .map(Standing::member)
                .ifPresent(member -> resolved.devices().forEach((device, standing) -> {
                    if (standing.member().equals(member)) {
                        devices.add(device);
                    }
                }));
        return devices;
    }

    /** Who this home is in the circle; empty if it does not stand in it. */
    Optional<MemberId> member() {
        return charter().resolved().device(identity.device()).map(Standing::member);
    }

    /** Whether this home holds the secret of an epoch. */
    boolean reads(EpochId epoch) {
        byte[] secret = secrets.get(epoch);
        return secret != null && !Arrays.equals(secret, EpochBook.noSecret());
    }

    /** A charter with the founding statement alone. */
    Charter beginning() {
        return Charter.of(statements().get(0)).orElseThrow();
    }

    /** A replica of nothing but a charter, as this home; to be closed. */
    Replica replica(Charter charter) {
        return new Replica(identity, charter, new PaperBooks(), new SeededEntropy(0));
    }

    /** A replica as this home, with its whole charter, all its keys and no envelope; to be closed. */
    Replica replica() {
        return replica(grants);
    }

    /** A replica as this home, with one document and the keys that are used in it; to be closed. */
    Replica replica(DocumentId document) {
        List<Envelope> of = envelopes.stream()
                .filter(envelope -> envelope.header().document().equals(document))
                // What was damaged and came again lies behind what follows it.
                .sorted(Comparator.comparingLong(envelope -> envelope.header().first()))
                .toList();
        SortedSet<EpochId> used = new TreeSet<>();
        of.forEach(envelope -> used.add(envelope.header().epoch()));
        Replica replica = replica(
                grants.stream().filter(grant -> used.contains(grant.id())).toList());
        of.forEach(envelope -> take(replica, envelope));
        return replica;
    }

    private Replica replica(List<Grant> some) {
        Replica replica = replica(charter());
        some.forEach(grant -> replica.followers().restore(grant, Optional.ofNullable(secrets.get(grant.id()))));
        return replica;
    }

    /** Hands an envelope to a replica and lets it look into it. */
    static Receipt take(Replica replica, Envelope envelope) {
        Receipt receipt = replica.take(envelope);
        replica.settle();
        return receipt;
    }
}
