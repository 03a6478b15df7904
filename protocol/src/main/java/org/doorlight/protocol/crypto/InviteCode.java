package org.doorlight.protocol.crypto;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * An invitation code as neighbours read it out and type it (PROTOCOL §3): 80 random bits as 16 characters of Crockford's
 * base32 and 2 check characters, which miss one typing mistake in 1,024. Printed as {@code XXXX-XXXX-XXXX-XXXX-XX}.
 */
public final class InviteCode {
    /** Bytes of the secret in a code: 80 bits. */
    public static final int SECRET_BYTES = 10;

    /** Characters of a code without dashes: 16 of the secret, 2 to check them. */
    public static final int CHARACTERS = 18;

    /** The longest text that is looked at: a code with a separator around every character, and to spare. */
    public static final int TYPED_CHARACTERS_MAX = 64;

    private static final int SECRET_CHARACTERS = 16;
    private static final int GROUP_CHARACTERS = 4;

    private final byte[] secret;

    private InviteCode(byte[] secret) {
        this.secret = Bytes.ofLength(SECRET_BYTES, "An invitation code", secret).clone();
    }

    /**
     * The code of ten random bytes.
     *
     * @throws IllegalArgumentException if it is another number of bytes
     */
    public static InviteCode of(byte[] random) {
        return new InviteCode(random);
    }

    /**
     * Reads what somebody typed: capitals or not, with or without spaces and dashes, O for 0, I and L for 1. Whatever the
     * text is, the answer is a code or a plain reason.
     */
    public static CodeReading parse(String typed) {
        if (typed.length() > TYPED_CHARACTERS_MAX) {
            return unreadable("This is too long for a code, which has " + CHARACTERS + " letters and digits.");
        }
        StringBuilder characters = new StringBuilder();
        for (char character : typed.toCharArray()) {
            int value = Crockford.value(character);
            if (value != Crockford.NOT_A_CHARACTER) {
                characters.append(Crockford.character(value));
            } else if (!isSeparator(character)) {
                return unreadable(strange(character));
            }
        }
        return checked(characters.toString());
    }

    /** The code to show or print: {@code XXXX-XXXX-XXXX-XXXX-XX}. Whoever sees it can join. */
    public String text() {
        StringBuilder text = new StringBuilder(Crockford.encode(secret)).append(check());
        for (int at = SECRET_CHARACTERS; at > 0; at -= GROUP_CHARACTERS) {
            text.insert(at, '-');
        }
        return text.toString();
    }

    /** The ten secret bytes, a copy. */
    byte[] secret() {
        return secret.clone();
    }

    private static CodeReading checked(String characters) {
        if (characters.length() != CHARACTERS) {
            return unreadable(
                    "A code has " + CHARACTERS + " letters and digits; this has " + characters.length() + ".");
        }
        InviteCode code = new InviteCode(Crockford.decode(characters.substring(0, SECRET_CHARACTERS)));
        return characters.endsWith(code.check())
                ? new CodeReading.Read(code)
                : unreadable("This code has a typing mistake somewhere. Please compare it once more.");
    }

    /** The first 10 bits of the check hash. */
    private String check() {
        String hash = Crockford.encode(Digest.hash(Label.CODE_CHECK, secret));
        return hash.substring(0, CHARACTERS - SECRET_CHARACTERS);
    }

    private static boolean isSeparator(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.DASH_PUNCTUATION;
    }

    private static String strange(char character) {
        String what = Character.isLetterOrDigit(character) ? "The letter " + character : "One of these characters";
        return what + " never occurs in a code. Please compare it once more.";
    }

    private static CodeReading unreadable(String reason) {
        return new CodeReading.Unreadable(reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InviteCode that && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    /** Never the code: use {@link #text} where a person is meant to see it. */
    @Override
    public String toString() {
        return "InviteCode[hidden]";
    }
}
