package org.doorlight.protocol.id;

/** One document: the hash of its circle, its owner and its seal. 16 bytes (PROTOCOL §5). */
public record DocumentId(Bytes16 value) implements Identifier, Comparable<DocumentId> {
    public static DocumentId of(byte[] bytes) {
        return new DocumentId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static DocumentId parse(String hex) {
        return of(Hex.parse(hex, Bytes16.LENGTH));
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
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
