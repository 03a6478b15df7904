package org.doorlight.protocol.crypto;

import java.util.function.Consumer;

/** Changes one byte after the other of a message, for tests that want each change noticed. */
final class Tampering {
    private Tampering() {}

    /** Hands out copies of the bytes: with each bit turned, then with each byte inverted. */
    static void everywhere(byte[] bytes, Consumer<byte[]> check) {
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                check.accept(changed(bytes, at, 1 << bit));
            }
            check.accept(changed(bytes, at, 0xff));
        }
    }

    /** Hands out copies with each byte inverted, for keys in which single bits have no meaning. */
    static void everyByte(byte[] bytes, Consumer<byte[]> check) {
        for (int at = 0; at < bytes.length; at++) {
            check.accept(changed(bytes, at, 0xff));
        }
    }

    private static byte[] changed(byte[] bytes, int at, int mask) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) mask;
        return copy;
    }
}
