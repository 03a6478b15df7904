package org.doorlight.protocol.id;

/** One slot of a care request or rota. 16 bytes (CARE). */
public record SlotId(Bytes16 value) implements Identifier, Comparable<SlotId> {
    public static SlotId of(byte[] bytes) {
        return new SlotId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static SlotId parse(String hex) {
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
    public int compareTo(SlotId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
