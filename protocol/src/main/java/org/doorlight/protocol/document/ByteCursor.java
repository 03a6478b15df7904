package org.doorlight.protocol.document;

import java.util.Arrays;

/**
 * Reads a window of an array from front to back and refuses to leave it. Nothing is copied, and no length is believed
 * before it was compared with the bytes that are left.
 */
final class ByteCursor {
    private static final int NUMBER_BYTES_MAX = 10;

    private final byte[] bytes;
    private final int end;
    private int position;

    ByteCursor(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteCursor(byte[] bytes, int position, int end) {
        this.bytes = bytes;
        this.position = position;
        this.end = end;
    }

    boolean isEmpty() {
        return position == end;
    }

    int remaining() {
        return end - position;
    }

    int octet() throws Refusal {
        if (position == end) {
            throw new Refusal(Reason.TRUNCATED, "the bytes end in the middle of a field");
        }
        return bytes[position++] & 0xff;
    }

    /** The next {@code length} bytes as a window of their own. */
    ByteCursor take(long length) throws Refusal {
        if (length < 0 || length > remaining()) {
            throw new Refusal(Reason.TRUNCATED, "a field claims " + length + " bytes, " + remaining() + " are left");
        }
        var window = new ByteCursor(bytes, position, position + (int) length);
        position += (int) length;
        return window;
    }

    /** A copy of what is left. Only for windows whose size was checked. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    /** What is left, as a text. */
    Text text() throws Refusal {
        return Text.of(bytes, position, remaining());
    }

    /** An unsigned LEB128 number of at most 63 bits, in its shortest form. */
    long unsigned() throws Refusal {
        long value = unsigned64();
        if (value < 0) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "a number has 64 bits");
        }
        return value;
    }

    /** An unsigned LEB128 number not above {@code max}; {@code reason} says what it means if it is. */
    int unsigned(int max, Reason reason, String what) throws Refusal {
        long value = unsigned64();
        if (value < 0 || value > max) {
            throw new Refusal(reason, Long.toUnsignedString(value) + " " + what + ", at most " + max + " are allowed");
        }
        return (int) value;
    }

    /** An unsigned LEB128 number of up to 64 bits; those above the signed range come out negative. */
    long unsigned64() throws Refusal {
        long value = 0;
        for (int index = 0; index < NUMBER_BYTES_MAX; index++) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << (7 * index);
            if (octet < 0x80) {
                checkUnsignedEnd(octet, index);
                return value;
            }
        }
        throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "a number has more than ten bytes");
    }

    private static void checkUnsignedEnd(int octet, int index) throws Refusal {
        if (index > 0 && octet == 0) {
            throw new Refusal(Reason.NUMBER_NOT_SHORTEST, "a number has needless bytes");
        }
        if (index == NUMBER_BYTES_MAX - 1 && octet > 1) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "a number has more than 64 bits");
        }
    }

    /** A signed LEB128 number of at most 64 bits, in its shortest form. */
    long signed() throws Refusal {
        long value = 0;
        int before = 0;
        for (int index = 0; index < NUMBER_BYTES_MAX; index++) {
            int octet = octet();
            int shift = 7 * index;
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                checkSignedEnd(octet, before, index);
                boolean extend = index < NUMBER_BYTES_MAX - 1 && (octet & 0x40) != 0;
                return extend ? value | -1L << (shift + 7) : value;
            }
            before = octet;
        }
        throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "a number has more than ten bytes");
    }

    private static void checkSignedEnd(int octet, int before, int index) throws Refusal {
        boolean negativeBefore = (before & 0x40) != 0;
        if (index > 0 && ((octet == 0 && !negativeBefore) || (octet == 0x7f && negativeBefore))) {
            throw new Refusal(Reason.NUMBER_NOT_SHORTEST, "a number has needless bytes");
        }
        if (index == NUMBER_BYTES_MAX - 1 && octet != 0 && octet != 0x7f) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "a number has more than 64 bits");
        }
    }
}
