package org.doorlight.protocol.crypto;

/** Joining and measuring byte arrays, for this package only. */
final class Bytes {
    static final byte[] NONE = {};

    private Bytes() {}

    static byte[] join(byte[] first, byte[]... rest) {
        int length = first.length;
        for (byte[] part : rest) {
            length = Math.addExact(length, part.length);
        }
        byte[] joined = new byte[length];
        System.arraycopy(first, 0, joined, 0, first.length);
        int at = first.length;
        for (byte[] part : rest) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** Returns the same array, or fails: a wrong length of our own keys and nonces is a bug, never a peer's doing. */
    static byte[] ofLength(int length, String what, byte[] bytes) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(what + " has " + length + " bytes, not " + bytes.length);
        }
        return bytes;
    }
}
