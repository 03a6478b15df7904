package org.doorlight.protocol.id;

/** A set of members who may read: the whole circle, or a few. 16 bytes (PROTOCOL §4). */
public record AudienceId(Bytes16 value) implements Identifier, Comparable<AudienceId> {
    public static AudienceId of(byte[] bytes) {
        return new AudienceId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static AudienceId parse(String hex) {
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
    public int compareTo(AudienceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
