package org.doorlight.protocol.core;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.ProfileFacts;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.replica.Replica;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.wire.message.EarlierKeyRecord;
import org.doorlight.protocol.wire.message.IdentityRecord;

/** The circles this node is in: read back at start, founded, and entered. */
final class Circles {
    private final Archive archive;
    private final Vault vault;
    private final Entropy entropy;
    private final Outbox outbox;
    private final HomeProfile profile;
    private final String version;
    private final OwnDials dials = new OwnDials();
    private final SortedMap<CircleId, Circle> circles = new TreeMap<>();

    Circles(Archive archive, Vault vault, Entropy entropy, Outbox outbox, HomeProfile profile, String version) {
        this.archive = archive;
        this.vault = vault;
        this.entropy = entropy;
        this.outbox = outbox;
        this.profile = profile;
        this.version = version;
    }

    Collection<Circle> all() {
        return Collections.unmodifiableCollection(circles.values());
    }

    Optional<Circle> get(CircleId id) {
        return Optional.ofNullable(circles.get(id));
    }

    // ---- founding and entering

    /** Founds a circle with this home as its first steward. */
    Circle found(String name, String zone) {
        Identity self = Identity.fresh(entropy);
        Charter charter = Charter.found(self.keys(), self.signing(), Bytes16.of(entropy.bytes(Bytes16.LENGTH)));
        Circle circle = open(self, charter, 0, new TreeSet<>());
        save(circle);
        circle.replica().begin(List.of());
        circle.replica().grantEveryone();
        introduce(circle);
        DeviceId author = self.device();
        SortedMap<String, byte[]> street = new TreeMap<>(ProfileFacts.set(ProfileFacts.NAME, name, author));
        street.putAll(ProfileFacts.set(ProfileFacts.ZONE, zone, author));
        circle.writeNew(circle.forEveryone(ProfileFacts.STREET), street);
        return circle;
    }

    /** Enters a circle that has admitted this identity. */
    Circle enter(Identity self, Charter charter, List<Grant> grants, SortedSet<Address> foundAt) {
        Circle circle = open(self, charter, 0, foundAt);
        save(circle);
        circle.replica().begin(grants);
        return circle;
    }

    /** Writes this home's card, once it can write at all. */
    void introduce(Circle circle) {
        DeviceId author = circle.replica().self().device();
        SortedMap<String, byte[]> card = new TreeMap<>(ProfileFacts.set(ProfileFacts.NAME, profile.name(), author));
        card.putAll(ProfileFacts.set(ProfileFacts.KIND, profile.kind(), author));
        circle.writeNew(circle.forEveryone(ProfileFacts.CARD), card);
    }

    private Circle open(Identity self, Charter charter, int statements, SortedSet<Address> addresses) {
        var books = new CircleBooks(charter.circle(), vault, archive, outbox, version, statements);
        Circle circle = new Circle(new Replica(self, charter, books, entropy), archive, addresses, new Care());
        circles.put(charter.circle(), circle);
        return circle;
    }

    /** Channels this node dials; it may find itself at the other end. */
    OwnDials dials() {
        return dials;
    }

    private final class Care implements Circle.Caretaker {
        @Override
        public boolean hasDialled(Channel channel) {
            return dials.contains(channel);
        }

        @Override
        public void keep(Circle circle) {
            save(circle);
        }
    }

    private void save(Circle circle) {
        Identity self = circle.replica().self().identity();
        IdentityRecord.Builder record = IdentityRecord.newBuilder()
                .setSigningSeed(ByteString.copyFrom(self.signingSeed()))
                .setAgreementSeed(ByteString.copyFrom(self.agreementSeed()));
        circle.addresses().forEach(address -> record.addAddresses(address.toString()));
        record.setDoubted(circle.isDoubted());
        self.earlier()
                .forEach(one -> record.addEarlier(EarlierKeyRecord.newBuilder()
                        .setDevice(ByteString.copyFrom(one.device().toBytes()))
                        .setAgreementSeed(ByteString.copyFrom(one.agreementSeed()))));
        byte[] key = circle.id().toBytes();
        byte[] value = vault.seal(Shelf.IDENTITY, key, record.build().toByteArray());
        outbox.add(new Effect.SaveRecord(Shelf.IDENTITY, key, value));
    }

    // ---- reading back

    /** Opens everything that was written down. */
    void load() {
        SortedMap<CircleId, IdentityRecord> identities = new TreeMap<>();
        for (Archive.Kept kept : archive.records(Shelf.IDENTITY)) {
            vault.open(Shelf.IDENTITY, kept.key(), kept.value())
                    .flatMap(value -> Records.parse(IdentityRecord.parser(), value))
                    .ifPresent(record -> identities.put(CircleId.of(kept.key()), record));
        }
        loadCharters(identities);
        identities.forEach((id, record) -> get(id).ifPresent(circle -> hearDoubt(circle, record)));
        if (Generation.isDoubted(archive)) {
            outbox.add(Generation.doubtHeard());
        }
        for (Archive.Kept kept : archive.records(Shelf.TRIAL)) {
            boolean paused = TrialRecord.of(kept.value()).holdsFor(version);
            circleOf(kept).ifPresent(circle -> circle.replica().restoreTrial(new DocumentId(idIn(kept)), paused));
        }
        SortedMap<Bytes16, byte[]> secrets = new TreeMap<>();
        for (Archive.Kept kept : archive.records(Shelf.SECRET)) {
            vault.open(Shelf.SECRET, kept.key(), kept.value()).ifPresent(secret -> secrets.put(idIn(kept), secret));
        }
        for (Archive.Kept kept : archive.records(Shelf.GRANT)) {
            circleOf(kept)
                    .ifPresent(circle -> Grant.parse(kept.value())
                            .ifPresent(grant ->
                                    circle.replica().restore(grant, Optional.ofNullable(secrets.get(idIn(kept))))));
        }
        for (Archive.Kept kept : archive.records(Shelf.DOCUMENT)) {
            circleOf(kept)
                    .ifPresent(circle -> vault.open(Shelf.DOCUMENT, kept.key(), kept.value())
                            .flatMap(value -> Records.holding(new DocumentId(idIn(kept)), value))
                            .ifPresent(circle::restore));
        }
        for (Archive.Kept kept : archive.records(Shelf.CONTRADICTION)) {
            circleOf(kept)
                    .ifPresent(circle -> Contradiction.parse(kept.value())
                            .ifPresent(proof -> circle.replica().doubts().restore(proof)));
        }
    }

    /** The store was put back, or the home copied: noticed at this start, or at an earlier one and not done with yet. */
    private void hearDoubt(Circle circle, IdentityRecord record) {
        boolean now = Generation.isDoubted(archive);
        if (now || record.getDoubted()) {
            circle.doubtFromStart();
        }
        if (now) {
            save(circle);
        }
    }

    private void loadCharters(SortedMap<CircleId, IdentityRecord> identities) {
        SortedMap<CircleId, Charter> charters = new TreeMap<>();
        SortedMap<CircleId, Integer> counts = new TreeMap<>();
        for (Archive.Kept kept : archive.records(Shelf.STATEMENT)) {
            CircleId circle = circleIn(kept);
            // The place behind the last one read: should a record before it be damaged, none is written over another.
            counts.put(circle, placeIn(kept) + 1);
            Statement.parse(kept.value()).ifPresent(statement -> {
                Charter charter = charters.get(circle);
                if (charter == null) {
                    Charter.of(statement).ifPresent(founded -> charters.put(circle, founded));
                } else {
                    charter.add(statement);
                }
            });
        }
        identities.forEach((id, record) -> {
            Charter charter = charters.get(id);
            if (charter != null) {
                open(identity(record), charter, counts.getOrDefault(id, 0), addresses(record));
            }
        });
    }

    static Identity identity(IdentityRecord record) {
        return new Identity(
                record.getSigningSeed().toByteArray(),
                record.getAgreementSeed().toByteArray(),
                record.getEarlierList().stream()
                        .map(one -> new Identity.Earlier(
                                DeviceId.of(one.getDevice().toByteArray()),
                                one.getAgreementSeed().toByteArray()))
                        .toList());
    }

    private static SortedSet<Address> addresses(IdentityRecord record) {
        SortedSet<Address> addresses = new TreeSet<>();
        record.getAddressesList().forEach(text -> Address.parse(text).ifPresent(addresses::add));
        return addresses;
    }

    private Optional<Circle> circleOf(Archive.Kept kept) {
        return get(circleIn(kept));
    }

    private static CircleId circleIn(Archive.Kept kept) {
        return CircleId.of(Arrays.copyOf(kept.key(), Bytes16.LENGTH));
    }

    private static int placeIn(Archive.Kept kept) {
        return ByteBuffer.wrap(kept.key()).getInt(Bytes16.LENGTH);
    }

    private static Bytes16 idIn(Archive.Kept kept) {
        return Bytes16.of(Arrays.copyOfRange(kept.key(), Bytes16.LENGTH, 2 * Bytes16.LENGTH));
    }
}
