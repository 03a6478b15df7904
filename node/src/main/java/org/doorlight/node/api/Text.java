package org.doorlight.node.api;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as it comes in: strict UTF-8, whole characters, no NUL. Nothing is replaced or guessed. */
final class Text {
    private static final int HEX = 16;

    private Text() {}

    /** Exactly these bytes as text. */
    static String utf8(byte[] bytes, String what) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refused.invalid(what + " is not valid UTF-8.");
        }
    }

    /** The same text; half characters (lone surrogates) and NUL are refused: SQLite, Automerge and C would each read them differently. */
    static String clean(String text, String what) throws Refused {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                throw Refused.invalid(what + " holds a character that is not text.");
            }
            i += pair ? 1 : 0;
        }
        return text;
    }

    /** Undoes %-encoding (RFC 3986 §2.1), and in a query also {@code +} for a space. */
    static String decoded(String encoded, boolean query, String what) throws Refused {
        var bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hexByte(encoded, i + 1, what));
                i += 2;
            } else if (c < 0x80) {
                bytes.write(query && c == '+' ? ' ' : c);
            } else {
                throw Refused.invalid(what + " holds a character that needs %-encoding.");
            }
        }
        return clean(utf8(bytes.toByteArray(), what), what);
    }

    private static int hexByte(String text, int at, String what) throws Refused {
        int high = at < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        int low = at + 1 < text.length() ? Character.digit(text.charAt(at + 1), HEX) : -1;
        if (high < 0 || low < 0) {
            throw Refused.invalid(what + " holds a % without two hexadecimal digits.");
        }
        return high * HEX + low;
    }
}
