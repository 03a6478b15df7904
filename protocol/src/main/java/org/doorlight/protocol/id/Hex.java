package org.doorlight.protocol.id;

import java.util.HexFormat;

/** Hexadecimal text of ids. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    static String of(long value) {
        return FORMAT.toHexDigits(value);
    }

    static byte[] parse(String text, int length) {
        byte[] bytes = FORMAT.parseHex(text);
        if (bytes.length != length) {
            throw new IllegalArgumentException(length + " bytes of hexadecimal expected");
        }
        return bytes;
    }
}
