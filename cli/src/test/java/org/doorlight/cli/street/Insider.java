package org.doorlight.cli.street;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doorlight.node.home.Home;
import org.doorlight.node.home.KeystoreCipher;
import org.doorlight.node.home.Sealing;
import org.doorlight.node.store.SqliteStore;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.core.Archive.Kept;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.core.Vault;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.message.DocumentRecord;
import org.doorlight.protocol.wire.message.FrontierEntryRecord;
import org.doorlight.protocol.wire.message.IdentityRecord;

/**
 * Somebody at the files of a stopped home without a passphrase, who knows this program well: reads its keys, forges in its name, and plants
 * into its store.
 */
final class Insider implements AutoCloseable {
    private static final byte[] ON_TRIAL = {1};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Home home;
    private final SqliteStore store;
    private final Vault vault;
    private final CircleId circle;

    private Insider(Path folder) {
        home = Home.open(folder, Optional.empty(), new NoPassphrase());
        store = SqliteStore.open(home.database());
        vault = new Vault(home.key(), Insider::random);
        circle = CircleId.of(store.records(Shelf.IDENTITY).get(0).key());
    }

    /** At the files of this home, whose node does not run. */
    static Insider of(Household household) {
        return new Insider(household.home());
    }

    /** Everything this home can read of documents, as one text. */
    String allThatIsReadable() {
        StringBuilder all = new StringBuilder();
        for (Kept kept : store.records(Shelf.DOCUMENT)) {
            vault.open(Shelf.DOCUMENT, kept.key(), kept.value())
                    .ifPresent(value -> all.append(new String(value, StandardCharsets.UTF_8)));
        }
        return all.toString();
    }

    /** How many epochs' secrets this home holds. */
    long secrets() {
        return store.records(Shelf.SECRET).stream()
                .filter(kept -> !Arrays.equals(open(Shelf.SECRET, kept), EpochBook.noSecret()))
                .count();
    }

    /** An envelope that begins a document of this home's, readable for the whole circle, with these two changes. */
    Envelope poison() throws InvalidProtocolBufferException {
        Identity self = identity();
        Charter charter = charter();
        MemberId owner = charter.resolved().device(self.device()).orElseThrow().member();
        Body.Nature nature = new Body.Nature("request", owner, Audiences.everyone(circle), random(Seals.SALT_BYTES));
        Bytes16 seal = Seals.seal(nature.kind(), nature.audience(), nature.salt());
        DocumentId document = Seals.document(circle, owner, seal);
        EpochId epoch = epoch();
        List<byte[]> changes = Poison.by(Actors.of(self.keys().signing(), document));
        Header header = new Header(
                Kind.CHANGES,
                circle,
                document,
                seal,
                self.device(),
                nextSerial(),
                1,
                changes.size(),
                epoch,
                new byte[0],
                EnvelopeId.NONE,
                0);
        byte[] text = new Body(nature, List.copyOf(charter.heads()), changes).encode();
        return org.doorlight.protocol.envelope.Sealing.seal(header, secret(epoch), self.signing(), text, random(32));
    }

    /** Stores an envelope as the node stores what came in: the envelope, and how far its document is held. */
    void plant(Envelope envelope) throws InvalidProtocolBufferException {
        Header header = envelope.header();
        store.saveEnvelope(new Effect.SaveEnvelope(
                circle, header.document(), header.device(), header.first(), header.count(), envelope.bytes()));
        FrontierEntryRecord entry = FrontierEntryRecord.newBuilder()
                .setDevice(ByteString.copyFrom(header.device().toBytes()))
                .setCount(header.last())
                .setLast(ByteString.copyFrom(envelope.id().toBytes()))
                .build();
        long serial = header.device().equals(identity().device()) ? header.serial() : 0;
        byte[] value = DocumentRecord.newBuilder()
                .addFrontier(entry)
                .setOwnSerial(serial)
                .build()
                .toByteArray();
        byte[] key = key(header.document());
        store.saveRecord(new Effect.SaveRecord(Shelf.DOCUMENT, key, vault.seal(Shelf.DOCUMENT, key, value)));
        store.commit();
    }

    /** Notes a document as on trial, as the node does in the turn in which it stores something of it. */
    void note(DocumentId document) {
        store.saveRecord(new Effect.SaveRecord(Shelf.TRIAL, key(document), ON_TRIAL));
        store.commit();
    }

    /** The documents this home holds. */
    List<DocumentId> documents() {
        return store.records(Shelf.DOCUMENT).stream()
                .map(kept -> new DocumentId(idIn(kept)))
                .toList();
    }

    /** Documents that were on trial when the node ended. */
    long onTrial() {
        return store.records(Shelf.TRIAL).stream().filter(Insider::isOnTrial).count();
    }

    /** Documents the node has given up. */
    long paused() {
        return store.records(Shelf.TRIAL).stream()
                .filter(kept -> !isOnTrial(kept))
                .count();
    }

    private static boolean isOnTrial(Kept kept) {
        return Arrays.equals(kept.value(), ON_TRIAL);
    }

    private Identity identity() throws InvalidProtocolBufferException {
        IdentityRecord record = IdentityRecord.parseFrom(
                open(Shelf.IDENTITY, store.records(Shelf.IDENTITY).get(0)));
        return new Identity(
                record.getSigningSeed().toByteArray(), record.getAgreementSeed().toByteArray());
    }

    private Charter charter() {
        List<Statement> statements = store.records(Shelf.STATEMENT).stream()
                .map(kept -> Statement.parse(kept.value()).orElseThrow())
                .toList();
        Charter charter = Charter.of(statements.get(0)).orElseThrow();
        statements.stream().skip(1).forEach(charter::add);
        return charter;
    }

    private EpochId epoch() {
        return store.records(Shelf.GRANT).stream()
                .map(kept -> Grant.parse(kept.value()).orElseThrow())
                .filter(grant -> grant.core().audience().equals(Audiences.everyone(circle)))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private byte[] secret(EpochId epoch) {
        return store.records(Shelf.SECRET).stream()
                .filter(kept -> idIn(kept).equals(Bytes16.of(epoch.toBytes())))
                .map(kept -> open(Shelf.SECRET, kept))
                .findFirst()
                .orElseThrow();
    }

    private long nextSerial() throws InvalidProtocolBufferException {
        long serial = 0;
        for (Kept kept : store.records(Shelf.DOCUMENT)) {
            serial = Math.max(
                    serial, DocumentRecord.parseFrom(open(Shelf.DOCUMENT, kept)).getOwnSerial());
        }
        return serial + 1;
    }

    private byte[] open(Shelf shelf, Kept kept) {
        return vault.open(shelf, kept.key(), kept.value()).orElseThrow();
    }

    private byte[] key(DocumentId document) {
        return ByteBuffer.allocate(2 * Bytes16.LENGTH)
                .put(circle.toBytes())
                .put(document.toBytes())
                .array();
    }

    private static Bytes16 idIn(Kept kept) {
        return Bytes16.of(Arrays.copyOfRange(kept.key(), Bytes16.LENGTH, 2 * Bytes16.LENGTH));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        store.close();
        home.close();
    }

    /** These homes have none. */
    private static final class NoPassphrase implements KeystoreCipher {
        @Override
        public byte[] seal(Sealing sealing, char[] passphrase, byte[] homeKey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<byte[]> open(Sealing sealing, char[] passphrase, byte[] box) {
            throw new UnsupportedOperationException();
        }
    }
}
