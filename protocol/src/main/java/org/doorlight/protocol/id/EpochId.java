package org.doorlight.protocol.id;

/** One generation of an audience's secret: the hash of its grant without the wraps. 16 bytes (PROTOCOL §4). */
public record EpochId(Bytes16 value) implements Identifier, Comparable<EpochId> {
    public static EpochId of(byte[] bytes) {
        return new EpochId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static EpochId parse(String hex) {
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
    public int compareTo(EpochId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
