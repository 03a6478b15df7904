package org.doorlight.protocol.document;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The hash that names a change: SHA-256 over its uncompressed chunk without magic and checksum. 32 bytes, compared as
 * unsigned numbers, which is the order dependencies are written in.
 */
public record ChangeId(byte[] bytes) implements Comparable<ChangeId> {

    /** The length of every id, in bytes. */
    public static final int BYTES = 32;

    /** @throws IllegalArgumentException if there are not exactly 32 bytes */
    public ChangeId {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a change id has 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** A copy of the 32 bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(ChangeId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChangeId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The first eight hexadecimal digits, for messages. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, 4);
    }
}
