package org.doorlight.protocol.charter;

import static org.doorlight.protocol.wire.Limits.HEADS_MAX;
import static org.doorlight.protocol.wire.Limits.STATEMENT_BYTES_MAX;
import static org.doorlight.protocol.wire.Limits.STATEMENT_SEQUENCE_MAX;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.wire.Flaw;
import org.doorlight.protocol.wire.Malformed;

/**
 * One signed statement of a circle's charter, byte for byte as it was signed (PROTOCOL §2).
 *
 * <pre>
 * magic 4 | version 1 | circle 16 | device 16 | sequence 4 | previous 32 | n 1 | heads 32·n, ascending | length 2 | body | signature 64
 * </pre>
 *
 * In the founding statement the circle is zero: the circle's id is the hash of that very statement.
 */
public final class Statement {
    private static final int MAGIC = 0x444c5354; // "DLST"
    private static final byte VERSION = 1;
    private static final int SIGNATURE_BYTES = 64;
    private static final int FIXED_BYTES = 4 + 1 + 16 + 16 + 4 + 32 + 1 + 2 + SIGNATURE_BYTES;

    private final byte[] bytes;
    private final Bytes16 circleField;
    private final DeviceId device;
    private final int sequence;
    private final StatementId previous;
    private final List<StatementId> heads;
    private final Declaration declaration;
    private final StatementId id;

    private Statement(
            byte[] bytes,
            Bytes16 circleField,
            DeviceId device,
            int sequence,
            StatementId previous,
            List<StatementId> heads,
            Declaration declaration) {
        this.bytes = bytes;
        this.circleField = circleField;
        this.device = device;
        this.sequence = sequence;
        this.previous = previous;
        this.heads = List.copyOf(heads);
        this.declaration = declaration;
        this.id = StatementId.of(Digest.hash(Label.STATEMENT_ID, signed(bytes)));
    }

    /** Where a new statement stands among the others. */
    record Place(
            Bytes16 circleField, DeviceId device, int sequence, StatementId previous, SortedSet<StatementId> heads) {}

    static Statement write(Place place, Declaration declaration, SigningKey key) {
        byte[] body = DeclarationCodec.encode(declaration);
        int length = FIXED_BYTES + Bytes32.LENGTH * place.heads().size() + body.length;
        ByteBuffer to = ByteBuffer.allocate(length);
        to.putInt(MAGIC).put(VERSION);
        place.circleField().write(to);
        place.device().value().write(to);
        to.putInt(place.sequence());
        place.previous().value().write(to);
        to.put((byte) place.heads().size());
        place.heads().forEach(head -> head.value().write(to));
        to.putShort((short) body.length).put(body);
        byte[] signature = key.sign(Label.STATEMENT_SIGNATURE, Digest.sha256(signed(to.array())));
        return parse(to.put(signature).array())
                .orElseThrow(() -> new IllegalStateException("a statement out of bounds"));
    }

    /** Reads a statement's shape; empty for bytes that are none. The signature is not looked at yet. */
    public static Optional<Statement> parse(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    /** What is wrong with bytes that {@link #parse} takes for no statement; empty if nothing is. */
    public static Optional<Flaw> flaw(byte[] bytes) {
        try {
            read(bytes);
            return Optional.empty();
        } catch (Malformed none) {
            return Optional.of(none.flaw());
        }
    }

    private static Statement read(byte[] bytes) throws Malformed {
        Malformed.unlessBegins(bytes, MAGIC);
        Malformed.unless(bytes.length >= FIXED_BYTES, Flaw.TOO_SHORT);
        Malformed.unless(bytes.length <= STATEMENT_BYTES_MAX, Flaw.TOO_LONG);
        ByteBuffer from = ByteBuffer.wrap(bytes).position(Integer.BYTES);
        Malformed.unless(from.get() == VERSION, Flaw.UNKNOWN_VERSION);
        Bytes16 circle = Bytes16.read(from);
        DeviceId device = new DeviceId(Bytes16.read(from));
        int sequence = from.getInt();
        Malformed.unless(sequence >= 1 && sequence <= STATEMENT_SEQUENCE_MAX, Flaw.NUMBER_OUT_OF_RANGE);
        StatementId previous = new StatementId(Bytes32.read(from));
        List<StatementId> heads = readHeads(from, bytes.length);
        int length = Short.toUnsignedInt(from.getShort());
        Malformed.unless(from.remaining() == length + SIGNATURE_BYTES, Flaw.WRONG_LENGTH);
        byte[] body = new byte[length];
        from.get(body);
        Declaration said = DeclarationCodec.decode(body).orElseThrow(() -> new Malformed(Flaw.UNREADABLE_BODY));
        Statement statement = new Statement(bytes, circle, device, sequence, previous, heads, said);
        Malformed.unless(statement.isFoundingIffAlone(), Flaw.OUT_OF_PLACE);
        return statement;
    }

    private static List<StatementId> readHeads(ByteBuffer from, int length) throws Malformed {
        int n = Byte.toUnsignedInt(from.get());
        Malformed.unless(n <= HEADS_MAX, Flaw.TOO_MANY);
        Malformed.unless(length >= FIXED_BYTES + Bytes32.LENGTH * n, Flaw.TOO_SHORT);
        List<StatementId> heads = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            heads.add(new StatementId(Bytes32.read(from)));
        }
        Malformed.unless(ascending(heads), Flaw.HEADS_OUT_OF_ORDER);
        return heads;
    }

    private static boolean ascending(List<StatementId> heads) {
        for (int i = 1; i < heads.size(); i++) {
            if (heads.get(i - 1).compareTo(heads.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean isFoundingIffAlone() {
        boolean founding = declaration instanceof Declaration.Found;
        boolean first = sequence == 1 && previous.equals(StatementId.NONE);
        return founding == heads.isEmpty()
                && founding == circleField.equals(Bytes16.ZERO)
                && (!founding || first)
                && (sequence == 1) == previous.equals(StatementId.NONE);
    }

    private static byte[] signed(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
    }

    /** True if the holder of this Ed25519 key signed exactly these bytes. */
    boolean signedBy(Bytes32 signingKey) {
        byte[] signature = Arrays.copyOfRange(bytes, bytes.length - SIGNATURE_BYTES, bytes.length);
        return Signatures.verify(
                signingKey.toBytes(), signature, Label.STATEMENT_SIGNATURE, Digest.sha256(signed(bytes)));
    }

    /** The circle it belongs to; a founding statement's own hash. */
    public CircleId circle() {
        return heads.isEmpty() ? circleFoundedBy(signed(bytes)) : new CircleId(circleField);
    }

    private static CircleId circleFoundedBy(byte[] signed) {
        return CircleId.of(Digest.hash16(Label.CIRCLE_ID, signed));
    }

    public StatementId id() {
        return id;
    }

    /** The device that says it. */
    public DeviceId device() {
        return device;
    }

    /** This device's statements in this circle, counted from 1. */
    public int sequence() {
        return sequence;
    }

    /** This device's statement before; {@link StatementId#NONE} for its first. */
    public StatementId previous() {
        return previous;
    }

    /** The statements nobody had followed yet when it was written, ascending. */
    public List<StatementId> heads() {
        return heads;
    }

    public Declaration declaration() {
        return declaration;
    }

    /** The whole statement, for the wire and the store. Not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Statement that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "statement " + id.brief();
    }
}
