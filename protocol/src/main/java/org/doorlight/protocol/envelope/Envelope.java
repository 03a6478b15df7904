package org.doorlight.protocol.envelope;

import static org.doorlight.protocol.wire.Limits.BODY_BYTES_MAX;
import static org.doorlight.protocol.wire.Limits.BODY_BYTES_MIN;
import static org.doorlight.protocol.wire.Limits.CHANGES_PER_ENVELOPE_MAX;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.wire.Flaw;
import org.doorlight.protocol.wire.Malformed;

/**
 * One envelope, byte for byte as it was signed: header, sealed body, signature (PROTOCOL §5). Nothing in it is believed before
 * {@link #signedBy} has said so.
 */
public final class Envelope {
    static final int SIGNATURE_BYTES = 64;
    /** The smallest and largest envelope, in bytes. */
    public static final int BYTES_MIN = Header.LENGTH + BODY_BYTES_MIN + SIGNATURE_BYTES;

    public static final int BYTES_MAX = Header.LENGTH + BODY_BYTES_MAX + SIGNATURE_BYTES;

    private final Header header;
    private final byte[] bytes;
    private final Excerpt excerpt;

    private Envelope(Header header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
        int bodyEnd = bytes.length - SIGNATURE_BYTES;
        ByteBuffer shortened = ByteBuffer.allocate(Excerpt.BYTES);
        shortened.put(bytes, 0, Header.LENGTH);
        shortened.put(Digest.sha256(Arrays.copyOfRange(bytes, Header.LENGTH, bodyEnd)));
        shortened.put(bytes, bodyEnd, SIGNATURE_BYTES);
        this.excerpt = new Excerpt(header, shortened.array());
    }

    /** Reads an envelope's shape; empty for bytes that are none: wrong magic, version, suite, kind, count or length. */
    public static Optional<Envelope> parse(byte[] bytes) {
        try {
            return Optional.of(new Envelope(read(bytes), bytes));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    /** What is wrong with bytes that {@link #parse} takes for no envelope; empty if nothing is. */
    public static Optional<Flaw> flaw(byte[] bytes) {
        try {
            read(bytes);
            return Optional.empty();
        } catch (Malformed none) {
            return Optional.of(none.flaw());
        }
    }

    private static Header read(byte[] bytes) throws Malformed {
        Malformed.unlessBegins(bytes, Header.MAGIC);
        Malformed.unless(bytes.length >= BYTES_MIN, Flaw.TOO_SHORT);
        Malformed.unless(bytes.length <= BYTES_MAX, Flaw.TOO_LONG);
        Header header = readHeader(bytes);
        Malformed.unless(bytes.length == Header.LENGTH + header.bodyLength() + SIGNATURE_BYTES, Flaw.WRONG_LENGTH);
        return header;
    }

    /** Reads the header these bytes begin with; there have to be enough of them. */
    static Header readHeader(byte[] bytes) throws Malformed {
        ByteBuffer from = ByteBuffer.wrap(bytes).position(Integer.BYTES);
        Malformed.unless(from.get() == Header.VERSION, Flaw.UNKNOWN_VERSION);
        Malformed.unless(from.get() == Header.SUITE, Flaw.UNKNOWN_SUITE);
        Kind kind = Kind.of(from.get()).orElseThrow(() -> new Malformed(Flaw.UNKNOWN_KIND));
        Header header = Header.read(kind, from);
        Malformed.unless(countsInBounds(header), Flaw.NUMBER_OUT_OF_RANGE);
        Malformed.unless(header.bodyLength() == Padding.sizeOf(header.bodyLength()), Flaw.WRONG_LENGTH);
        return header;
    }

    private static boolean countsInBounds(Header header) {
        return header.serial() >= 1
                && header.first() >= 1
                && header.first() <= Long.MAX_VALUE - CHANGES_PER_ENVELOPE_MAX
                && header.count() >= 1
                && header.count() <= CHANGES_PER_ENVELOPE_MAX;
    }

    static Envelope of(Header header, byte[] bytes) {
        return new Envelope(header, bytes);
    }

    public Header header() {
        return header;
    }

    /** Hash of header and body; the signature is not in it, so nobody can give one envelope two names. */
    public EnvelopeId id() {
        return excerpt.id();
    }

    /** What of it proves to anybody that its device signed it. */
    public Excerpt excerpt() {
        return excerpt;
    }

    /** The whole envelope, for the wire and the store. Not a copy: not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The sealed body. */
    byte[] body() {
        return Arrays.copyOfRange(bytes, Header.LENGTH, Header.LENGTH + header.bodyLength());
    }

    /** True if the holder of this Ed25519 key signed exactly these bytes. About 130 µs. */
    public boolean signedBy(byte[] signingKey) {
        return excerpt.signedBy(signingKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Envelope that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    @Override
    public String toString() {
        return "envelope " + id().brief();
    }
}
