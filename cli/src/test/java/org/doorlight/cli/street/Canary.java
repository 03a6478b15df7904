package org.doorlight.cli.street;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A word that stands nowhere else in the world, and all the dresses in which it could be found again. */
record Canary(String word) {
    /** The dresses in which the word is found in these bytes; none is what we hope for. */
    List<String> foundIn(byte[] bytes) {
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        return dresses().entrySet().stream()
                .filter(dress -> haystack.contains(dress.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, String> dresses() {
        Map<String, String> dresses = new LinkedHashMap<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = word.getBytes(charset);
            dresses.put(charset.name(), new String(bytes, StandardCharsets.ISO_8859_1));
            dresses.put(charset + " in hex", HexFormat.of().formatHex(bytes));
            dresses.put(charset + " in big hex", HexFormat.of().withUpperCase().formatHex(bytes));
            for (int offset = 0; offset < 3; offset++) {
                dresses.put(charset + " in base64 at " + offset, inside(Base64.getEncoder(), bytes, offset));
                dresses.put(charset + " in base64url at " + offset, inside(Base64.getUrlEncoder(), bytes, offset));
            }
        }
        return dresses;
    }

    /** The letters that come from the word alone, wherever in a longer text it stands. */
    private static String inside(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int from = (offset * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return encoder.encodeToString(shifted).substring(from, to);
    }
}
