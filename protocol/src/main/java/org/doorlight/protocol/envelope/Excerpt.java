package org.doorlight.protocol.envelope;

import java.util.Arrays;
import java.util.Optional;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.wire.Malformed;

/**
 * An envelope without its body: {@code header 165 | hash of the body 32 | signature 64} (PROTOCOL §5). Whoever has a device's key can see
 * from these {@value #BYTES} bytes alone that the device signed this header for that body; nobody can read anything from them.
 */
public final class Excerpt {
    /** Bytes of an excerpt. */
    public static final int BYTES = Header.LENGTH + Digest.HASH_BYTES + Signatures.SIGNATURE_BYTES;

    private final Header header;
    private final byte[] bytes;
    private final byte[] digest;
    private final EnvelopeId id;

    Excerpt(Header header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
        byte[] signed = Arrays.copyOf(bytes, BYTES - Signatures.SIGNATURE_BYTES);
        this.digest = Digest.sha256(signed);
        this.id = EnvelopeId.of(Digest.hash(Label.ENVELOPE_ID, signed));
    }

    /** Reads an excerpt's shape; empty for bytes that are none. */
    static Optional<Excerpt> parse(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        try {
            Malformed.unlessBegins(bytes, Header.MAGIC);
            return Optional.of(new Excerpt(Envelope.readHeader(bytes), bytes));
        } catch (Malformed none) {
            return Optional.empty();
        }
    }

    public Header header() {
        return header;
    }

    public EnvelopeId id() {
        return id;
    }

    /** Not a copy: not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** True if the holder of this Ed25519 key signed exactly this header and body. About 130 µs. */
    public boolean signedBy(byte[] signingKey) {
        byte[] signature = Arrays.copyOfRange(bytes, BYTES - Signatures.SIGNATURE_BYTES, BYTES);
        return Signatures.verify(signingKey, signature, Label.ENVELOPE_SIGNATURE, digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Excerpt that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "excerpt of envelope " + id.brief();
    }
}
