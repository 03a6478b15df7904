package org.doorlight.protocol.id;

/** A circle: the hash of the statement that founded it, so that nobody can found it twice. 16 bytes (PROTOCOL §2). */
public record CircleId(Bytes16 value) implements Identifier, Comparable<CircleId> {
    public static CircleId of(byte[] bytes) {
        return new CircleId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static CircleId parse(String hex) {
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
    public int compareTo(CircleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
