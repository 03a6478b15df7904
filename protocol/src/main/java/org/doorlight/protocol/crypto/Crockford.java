package org.doorlight.protocol.crypto;

/** Crockford's base32 (crockford.com/base32.html): digits and letters without I, L, O and U, five bits each. */
final class Crockford {
    /** What {@link #value} answers for a character that stands for nothing. */
    static final int NOT_A_CHARACTER = -1;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Crockford() {}

    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    /** The value of a typed character: small letters count as capitals, O as 0, I and L as 1. */
    static int value(char typed) {
        return switch (typed) {
            case 'o', 'O' -> 0;
            case 'i', 'I', 'l', 'L' -> 1;
            default -> ALPHABET.indexOf(capital(typed));
        };
    }

    /** Eight characters for every five bytes; bits beyond the last whole character are left out. */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int pending = 0;
        int pendingBits = 0;
        for (byte b : bytes) {
            pending = (pending << Byte.SIZE) | (b & 0xff);
            for (pendingBits += Byte.SIZE; pendingBits >= BITS; pendingBits -= BITS) {
                text.append(character((pending >>> (pendingBits - BITS)) & 0x1f));
            }
        }
        return text.toString();
    }

    /** The bytes of characters out of {@link #encode}; bits beyond the last whole byte are left out. */
    static byte[] decode(String characters) {
        byte[] bytes = new byte[characters.length() * BITS / Byte.SIZE];
        int pending = 0;
        int pendingBits = 0;
        int at = 0;
        for (char character : characters.toCharArray()) {
            pending = pending << BITS | value(character);
            pendingBits += BITS;
            if (pendingBits >= Byte.SIZE) {
                pendingBits -= Byte.SIZE;
                bytes[at++] = (byte) (pending >>> pendingBits);
            }
        }
        return bytes;
    }

    /** ASCII only: Java's own rule would turn a dotless i or a long s into a letter of the alphabet. */
    private static char capital(char typed) {
        return typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
    }
}
