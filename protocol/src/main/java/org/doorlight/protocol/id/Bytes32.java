package org.doorlight.protocol.id;

import java.nio.ByteBuffer;

/** Thirty-two bytes, immutable, ordered as unsigned big-endian numbers; the size of a SHA-256 hash. */
public record Bytes32(Bytes16 head, Bytes16 tail) implements Comparable<Bytes32> {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    /** All zero: "none" wherever the protocol leaves room for a hash. */
    public static final Bytes32 ZERO = new Bytes32(Bytes16.ZERO, Bytes16.ZERO);

    /** Copies exactly thirty-two bytes; another length is a bug of the caller. */
    public static Bytes32 of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("32 bytes expected, got " + bytes.length);
        }
        return read(ByteBuffer.wrap(bytes));
    }

    /** Takes the next thirty-two bytes of a buffer. */
    public static Bytes32 read(ByteBuffer from) {
        return new Bytes32(Bytes16.read(from), Bytes16.read(from));
    }

    /** Puts the thirty-two bytes into a buffer. */
    public ByteBuffer write(ByteBuffer to) {
        return tail.write(head.write(to));
    }

    public byte[] toBytes() {
        return write(ByteBuffer.allocate(LENGTH)).array();
    }

    public String hex() {
        return head.hex() + tail.hex();
    }

    @Override
    public int compareTo(Bytes32 other) {
        int first = head.compareTo(other.head);
        return first != 0 ? first : tail.compareTo(other.tail);
    }

    @Override
    public String toString() {
        return hex();
    }
}
