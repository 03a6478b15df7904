package org.doorlight.protocol.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A checked UTF-8 text inside a larger array, not copied out of it. Equal if the bytes are. */
final class Text {
    private final byte[] bytes;
    private final int from;
    private final int length;

    private Text(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    static Text of(byte[] bytes, int from, int length) throws Refusal {
        if (!isAscii(bytes, from, length)) {
            checkDecodes(ByteBuffer.wrap(bytes, from, length));
        }
        return new Text(bytes, from, length);
    }

    /** The same text in an array of its own, so that keeping it does not keep the change it came from. */
    Text detached() {
        return new Text(Arrays.copyOfRange(bytes, from, from + length), 0, length);
    }

    int length() {
        return length;
    }

    private static boolean isAscii(byte[] bytes, int from, int length) {
        for (int index = from; index < from + length; index++) {
            if (bytes[index] < 0) {
                return false;
            }
        }
        return true;
    }

    // A fresh decoder reports every fault, as the engine's own does; only new String(...) replaces them silently.
    private static void checkDecodes(ByteBuffer window) throws Refusal {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(window);
        } catch (CharacterCodingException notText) {
            throw new Refusal(Reason.BAD_TEXT, "a text is not UTF-8");
        }
    }

    @Override
    public String toString() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text that
                && Arrays.equals(bytes, from, from + length, that.bytes, that.from, that.from + that.length);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(bytes, from, length).hashCode();
    }
}
