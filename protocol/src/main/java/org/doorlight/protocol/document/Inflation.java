package org.doorlight.protocol.document;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Raw DEFLATE with a bound: memory follows what really came out, never more than twice the bound. */
final class Inflation {
    private static final int FIRST_BYTES = 4 * 1024;

    private Inflation() {}

    /**
     * Inflates exactly these bytes.
     *
     * @param bytesMax how many bytes may come out
     */
    static byte[] inflate(byte[] compressed, int bytesMax) throws Refusal {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            return inflate(inflater, bytesMax);
        } catch (DataFormatException damaged) {
            throw new Refusal(Reason.BAD_COMPRESSION, "the compressed bytes are damaged");
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflate(Inflater inflater, int bytesMax) throws Refusal, DataFormatException {
        byte[] plain = new byte[Math.min(FIRST_BYTES, bytesMax)];
        int length = 0;
        while (!inflater.finished()) {
            if (length == plain.length) {
                plain = grown(plain, bytesMax);
            }
            int more = inflater.inflate(plain, length, plain.length - length);
            if (more == 0 && !inflater.finished()) {
                throw new Refusal(Reason.BAD_COMPRESSION, "the compressed bytes end early");
            }
            length += more;
        }
        if (inflater.getRemaining() > 0) {
            throw new Refusal(Reason.BAD_COMPRESSION, "the compressed bytes are followed by others");
        }
        return Arrays.copyOf(plain, length);
    }

    // A full buffer at the bound may just be complete, with only the end marker left to read: one byte of room shows
    // it.
    private static byte[] grown(byte[] plain, int bytesMax) throws Refusal {
        if (plain.length > bytesMax) {
            throw new Refusal(Reason.TOO_MANY_BYTES, "the chunk inflates to more than " + bytesMax + " bytes");
        }
        return Arrays.copyOf(plain, Math.min(2 * plain.length, bytesMax + 1));
    }
}
