package org.doorlight.protocol.id;

import java.nio.ByteBuffer;

/** Sixteen bytes, immutable, ordered as unsigned big-endian numbers. Kept as two longs: ids are held by the thousand. */
public record Bytes16(long high, long low) implements Comparable<Bytes16> {
    /** Length in bytes. */
    public static final int LENGTH = 16;

    /** All zero. */
    public static final Bytes16 ZERO = new Bytes16(0, 0);

    /** Copies exactly sixteen bytes; another length is a bug of the caller. */
    public static Bytes16 of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("16 bytes expected, got " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /** Takes the next sixteen bytes of a buffer. */
    public static Bytes16 read(ByteBuffer from) {
        return new Bytes16(from.getLong(), from.getLong());
    }

    /** Puts the sixteen bytes into a buffer. */
    public ByteBuffer write(ByteBuffer to) {
        return to.putLong(high).putLong(low);
    }

    public byte[] toBytes() {
        return write(ByteBuffer.allocate(LENGTH)).array();
    }

    public String hex() {
        return Hex.of(high) + Hex.of(low);
    }

    @Override
    public int compareTo(Bytes16 other) {
        int first = Long.compareUnsigned(high, other.high);
        return first != 0 ? first : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return hex();
    }
}
