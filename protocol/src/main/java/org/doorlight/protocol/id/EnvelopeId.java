package org.doorlight.protocol.id;

/** One envelope: the hash of header and body, without the signature. 32 bytes (PROTOCOL §5). */
public record EnvelopeId(Bytes32 value) implements Identifier, Comparable<EnvelopeId> {
    /** No envelope: what the first envelope of a device in a document names as its previous one. */
    public static final EnvelopeId NONE = new EnvelopeId(Bytes32.ZERO);

    public static EnvelopeId of(byte[] bytes) {
        return new EnvelopeId(Bytes32.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static EnvelopeId parse(String hex) {
        return of(Hex.parse(hex, Bytes32.LENGTH));
    }

    @Override
    public String hex() {
        return value.hex();
    }

    @Override
    public byte[] toBytes() {
        return value.toBytes();
    }

    @Override
    public int compareTo(EnvelopeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
