package org.doorlight.protocol.core;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.replica.Replica;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.wire.message.CarryRecord;
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
    private final NodeClock clock;
    private final OwnDials dials = new OwnDials();
    private final SortedMap<CircleId, Circle> circles = new TreeMap<>();

    Circles(
            Archive archive,
            Vault vault,
            Entropy entropy,
            Outbox outbox,
            HomeProfile profile,
            CoreSettings settings,
            NodeClock clock) {
        this.archive = archive;
        this.vault = vault;
        this.entropy = entropy;
        this.outbox = outbox;
        this.profile = profile;
        this.version = settings.version();
        this.clock = clock;
    }

    Collection<Circle> all() {
        return Collections.unmodifiableCollection(circles.values());
    }

    /** Documents this node leaves alone because native code does not come through them. */
    long paused() {
        return circles.values().stream()
                .mapToLong(circle -> circle.replica().suspects().paused())
                .sum();
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
        circle.carries().keep();
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

        @Override
        public NodeClock clock() {
            return clock;
        }
    }

    private void save(Circle circle) {
        Identity self = circle.replica().self().identity();
        IdentityRecord.Builder record = IdentityRecord.newBuilder()
                .setSigningSeed(ByteString.copyFrom(self.signingSeed()))
                .setAgreementSeed(ByteString.copyFrom(self.agreementSeed()));
        circle.addresses().forEach(address -> record.addAddresses(address.toString()));
        record.setDoubted(circle.isDoubted());
        circle.epochs()
                .carries()
                .forEach(carry -> record.addCarries(CarryRecord.newBuilder()
                        .setGeneration(carry.generation())
                        .setEpoch(ByteString.copyFrom(carry.from().toBytes()))
                        .setSecret(ByteString.copyFrom(carry.secret()))));
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
            circleOf(kept).ifPresent(circle -> circle.replica().suspects().restore(new DocumentId(idIn(kept)), paused));
        }
        SortedMap<Bytes16, byte[]> secrets = new TreeMap<>();
        for (Archive.Kept kept : archive.records(Shelf.SECRET)) {
            vault.open(Shelf.SECRET, kept.key(), kept.value()).ifPresent(secret -> secrets.put(idIn(kept), secret));
        }
        for (Archive.Kept kept : archive.records(Shelf.GRANT)) {
            circleOf(kept)
                    .ifPresent(circle -> Grant.parse(kept.value())
                            .ifPresent(grant -> circle.replica()
                                    .followers()
                                    .restore(grant, Optional.ofNullable(secrets.get(idIn(kept))))));
        }
        for (Archive.Kept kept : archive.records(Shelf.DOCUMENT)) {
            circleOf(kept)
                    .ifPresent(circle -> vault.open(Shelf.DOCUMENT, kept.key(), kept.value())
                            .flatMap(value -> Records.holding(new DocumentId(idIn(kept)), value))
                            .ifPresent(circle::restore));
        }
        rebuildDocuments();
        for (Archive.Kept kept : archive.records(Shelf.CONTRADICTION)) {
            circleOf(kept)
                    .ifPresent(circle -> Contradiction.parse(kept.value())
                            .ifPresent(proof -> circle.replica().doubts().restore(proof)));
        }
    }

    /** What a damaged record said of a document is read again from its envelopes. */
    private void rebuildDocuments() {
        for (DocumentId document : archive.documents()) {
            boolean known = circles.values().stream()
                    .anyMatch(circle -> circle.replica().holding(document).isPresent());
            if (!known) {
                long before = archive.damaged();
                circles.values().forEach(circle -> circle.replica().rebuild(document));
                if (archive.damaged() > before) {
                    // Nothing says any more how far this home had counted in it.
                    circles.values().forEach(Circle::doubtFromStart);
                }
            }
        }
        if (archive.size().bytes() <= Checkup.BYTES_AT_START_MAX) {
            circles.values()
                    .forEach(circle -> List.copyOf(circle.replica().holdings())
                            .forEach(holding -> circle.replica().mending().look(holding)));
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
        SortedMap<CircleId, List<Statement>> statements = new TreeMap<>();
        SortedMap<CircleId, Integer> counts = new TreeMap<>();
        long before = archive.damaged();
        for (Archive.Kept kept : archive.records(Shelf.STATEMENT)) {
            CircleId circle = circleIn(kept);
            // The place behind the last one read: should a record before it be damaged, none is written over another.
            counts.put(circle, placeIn(kept) + 1);
            Statement.parse(kept.value())
                    .ifPresent(statement -> statements
                            .computeIfAbsent(circle, unseen -> new ArrayList<>())
                            .add(statement));
        }
        boolean damaged = archive.damaged() > before;
        identities.forEach((id, record) -> {
            Charter charter = Charter.awaiting(id);
            List<Statement> left = charter.addAll(statements.getOrDefault(id, List.of()));
            Circle circle = open(identity(record), charter, counts.getOrDefault(id, 0), addresses(record));
            if (damaged || !left.isEmpty() || charter.ids().isEmpty()) {
                circle.replica().followers().waitWith(left);
            }
            record.getCarriesList().forEach(carry -> circle.carries().restore(carry(carry)));
        });
    }

    private static EpochBook.Carry carry(CarryRecord record) {
        return new EpochBook.Carry(
                record.getGeneration(),
                EpochId.of(record.getEpoch().toByteArray()),
                record.getSecret().toByteArray());
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
