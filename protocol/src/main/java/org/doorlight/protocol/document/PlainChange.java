package org.doorlight.protocol.document;

import java.util.Arrays;

/**
 * The bytes of one change that passed {@link ChangeValidator}, uncompressed. Only the validator makes them, so a method
 * that takes this type cannot be handed unchecked bytes.
 */
public final class PlainChange {
    private final byte[] bytes;

    /** Takes the array over; the caller does not keep it. */
    PlainChange(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the chunk's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlainChange that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "a change of " + bytes.length + " bytes";
    }
}
