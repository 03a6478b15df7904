package org.doorlight.protocol.id;

/** One device in one circle: the hash of its two public keys. 16 bytes (PROTOCOL §1). */
public record DeviceId(Bytes16 value) implements Identifier, Comparable<DeviceId> {
    public static DeviceId of(byte[] bytes) {
        return new DeviceId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static DeviceId parse(String hex) {
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
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
