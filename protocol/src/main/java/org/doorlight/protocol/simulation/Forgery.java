package org.doorlight.protocol.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.Deflater;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.LiveDocument;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.epoch.GrantMaker;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;

/** Makes with a member's true keys what an honest node never makes. Reads the member's disk as it is now. */
final class Forgery {
    /** Every title in it begins so. */
    static final String TITLE = "Mallory says ";

    private static final int RANDOM_TITLE = 1_000_000;
    private static final int BOMB_BYTES = 8 << 20;
    private static final byte[] CHUNK_MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    private static final byte COMPRESSED = 2;

    private final Identity self;
    private final Charter charter;
    private final EpochBook epochs;
    private final Dice dice;
    private final SeededEntropy entropy;
    private final MemberId member;

    private Forgery(Identity self, Charter charter, EpochBook epochs, MemberId member, Dice dice) {
        this.self = self;
        this.charter = charter;
        this.epochs = epochs;
        this.member = member;
        this.dice = dice;
        this.entropy = new SeededEntropy(dice.seed());
    }

    /** With what is on this node's disk; empty as long as it is no member that can write. */
    static Optional<Forgery> with(SimulatedNode node, Dice dice) {
        return Kept.of(node).flatMap(kept -> with(kept, dice));
    }

    private static Optional<Forgery> with(Kept kept, Dice dice) {
        Charter charter = kept.charter();
        Identity self = kept.identity();
        EpochBook epochs = new EpochBook(charter, self.device(), self.agreement());
        kept.grants()
                .forEach(grant ->
                        epochs.add(grant, Optional.ofNullable(kept.secrets().get(grant.id()))));
        kept.secrets().forEach(epochs::learn);
        return charter.resolved()
                .device(self.device())
                .map(Standing::member)
                .map(member -> new Forgery(self, charter, epochs, member, dice))
                .filter(forgery -> forgery.everyonesEpoch().isPresent());
    }

    private CircleId circle() {
        return charter.circle();
    }

    private Optional<EpochId> everyonesEpoch() {
        return epochs.forWriting(Audiences.everyone(circle()));
    }

    DeviceId device() {
        return self.device();
    }

    byte[] random(int length) {
        return entropy.bytes(length);
    }

    // ---- documents

    /** A new request of this member's, for everyone. */
    Body.Nature nature() {
        return new Body.Nature(RequestFacts.REQUEST, member, Audiences.everyone(circle()), random(Seals.SALT_BYTES));
    }

    private static Bytes16 sealOf(Body.Nature nature) {
        return Seals.seal(nature.kind(), nature.audience(), nature.salt());
    }

    DocumentId document(Body.Nature nature) {
        return Seals.document(circle(), nature.owner(), sealOf(nature));
    }

    /** The first changes of a new document, each following the one before. */
    List<byte[]> changes(Body.Nature nature, int count) {
        List<byte[]> changes = new ArrayList<>();
        try (LiveDocument live = new LiveDocument(Actors.of(self.keys().signing(), document(nature)))) {
            for (int change = 0; change < count; change++) {
                var asked = new CareRequest.Asked(
                        RequestKind.MEAL,
                        TITLE + dice.below(RANDOM_TITLE),
                        List.of(),
                        SimulatedClock.WORLD_BEGINS_MILLIS + change,
                        Optional.empty());
                changes.add(live.write(RequestFacts.asked(CareRequest.fresh(asked, List.of()), self.device()))
                        .plain()
                        .bytes());
            }
        }
        return changes;
    }

    /** A header for the first envelope of a document, as an honest node would write it. */
    Header header(Body.Nature nature) {
        return new Header(
                Kind.CHANGES,
                circle(),
                document(nature),
                sealOf(nature),
                self.device(),
                1 + dice.below(RANDOM_TITLE),
                1,
                1,
                everyonesEpoch().orElseThrow(),
                new byte[0],
                EnvelopeId.NONE,
                0);
    }

    /** The same header for the envelope behind another. */
    static Header after(Envelope before, Header header) {
        return new Header(
                header.kind(),
                header.circle(),
                header.document(),
                header.seal(),
                header.device(),
                header.serial(),
                before.header().last() + 1,
                1,
                header.epoch(),
                header.nonce(),
                before.id(),
                header.bodyLength());
    }

    static Header by(DeviceId device, Header header) {
        return new Header(
                header.kind(),
                header.circle(),
                header.document(),
                header.seal(),
                device,
                header.serial(),
                header.first(),
                header.count(),
                header.epoch(),
                header.nonce(),
                header.previous(),
                header.bodyLength());
    }

    static Header of(DocumentId document, EpochId epoch, Header header) {
        return new Header(
                header.kind(),
                header.circle(),
                document,
                header.seal(),
                header.device(),
                header.serial(),
                header.first(),
                header.count(),
                epoch,
                header.nonce(),
                header.previous(),
                header.bodyLength());
    }

    /** Seals and signs, whatever it is. */
    Envelope sealed(Header header, Body.Nature nature, byte[] change) {
        return sealed(header, nature, List.copyOf(new TreeSet<>(charter.headsFor(self.device()))), change);
    }

    Envelope sealed(Header header, Body.Nature nature, List<StatementId> heads, byte[] change) {
        byte[] text = new Body(nature, heads, List.of(change)).encode();
        byte[] secret = epochs.secret(header.epoch()).orElseThrow();
        return Sealing.seal(header, secret, self.signing(), text, random(Sealing.RANDOM_BYTES));
    }

    /** Another member's device, if there is one. */
    Optional<DeviceId> somebodyElse() {
        List<DeviceId> others = charter.resolved().devices().entrySet().stream()
                .filter(entry -> !entry.getValue().member().equals(member))
                .map(entry -> entry.getKey())
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(others));
    }

    StatementId nobodysStatement() {
        return StatementId.of(random(Bytes32.LENGTH));
    }

    /** A change chunk that claims to be small and would inflate to {@value #BOMB_BYTES} bytes. */
    byte[] bomb() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[BOMB_BYTES]);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] some = new byte[1 << 14];
        while (!deflater.finished()) {
            packed.write(some, 0, deflater.deflate(some));
        }
        deflater.end();
        return chunk(COMPRESSED, packed.toByteArray());
    }

    /** A change chunk full of what nobody can read. */
    byte[] junkChange(int length) {
        return chunk((byte) 1, random(length));
    }

    private static byte[] chunk(byte type, byte[] contents) {
        ByteArrayOutputStream behindChecksum = new ByteArrayOutputStream();
        behindChecksum.write(type);
        for (int left = contents.length; ; left >>>= 7) {
            if (left < 1 << 7) {
                behindChecksum.write(left);
                break;
            }
            behindChecksum.write((left & 0x7f) | 0x80);
        }
        behindChecksum.writeBytes(contents);
        byte[] rest = behindChecksum.toByteArray();
        byte[] checksum = Digest.sha256(rest);
        return ByteBuffer.allocate(CHUNK_MAGIC.length + Integer.BYTES + rest.length)
                .put(CHUNK_MAGIC)
                .put(checksum, 0, Integer.BYTES)
                .put(rest)
                .array();
    }

    // ---- charter and keys

    /** So many statements under one number: copies of the charter know nothing of each other. */
    List<Statement> statementsUnderOneNumber(int count) {
        List<Statement> statements = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            Charter copy = copyOfCharter();
            statements.add(copy.declare(self.device(), self.signing(), invitation()));
        }
        return statements;
    }

    /** So many invitations, one after the other. */
    List<Statement> invitations(int count) {
        Charter copy = copyOfCharter();
        List<Statement> statements = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            statements.add(copy.declare(self.device(), self.signing(), invitation()));
        }
        return statements;
    }

    private Charter copyOfCharter() {
        List<Statement> all = charter.all();
        Charter copy = Charter.of(all.get(0)).orElseThrow();
        all.stream().skip(1).forEach(copy::add);
        return copy;
    }

    private Declaration invitation() {
        return new Declaration.Invite(
                Bytes32.of(random(Bytes32.LENGTH)), Bytes32.of(random(Bytes32.LENGTH)), Role.MEMBER, 0);
    }

    /** New keys for everyone. */
    Grant everyonesGrant(int generation) {
        return epochs.hand(GrantMaker.everyone(
                self.device(), self.signing(), generation, random(GrantMaker.CARRY_BYTES), entropy));
    }

    /** A key for nobody but this home. */
    Grant ownGrant() {
        return epochs.hand(
                GrantMaker.narrow(self.device(), self.signing(), member, new TreeSet<>(List.of(member)), entropy));
    }

    /** The same grant with wraps that open nothing; its signature still holds, because wraps may be added later. */
    byte[] withoutKeys(Grant grant) {
        byte[] bytes = grant.bytes().clone();
        int wraps = grant.wraps().size() * Grant.WRAP_BYTES;
        byte[] junk = random(wraps);
        System.arraycopy(junk, 0, bytes, bytes.length - wraps, wraps);
        return bytes;
    }
}
