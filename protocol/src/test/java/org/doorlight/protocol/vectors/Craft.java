package org.doorlight.protocol.vectors;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.SigningKey;

/** Bending bytes by hand, as somebody would who does not use this code. */
public final class Craft {
    private static final int SIGNATURE_BYTES = 64;
    private static final int ENVELOPE_HEADER_BYTES = 165;
    private static final BigInteger GROUP_ORDER =
            BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private Craft() {}

    public static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    static byte[] flipped(byte[] bytes, int at) {
        return with(bytes, at, bytes[at] ^ 1);
    }

    static byte[] withLong(byte[] bytes, int at, long value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putLong(at, value);
        return changed;
    }

    public static byte[] withInt(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    public static byte[] with(byte[] bytes, int at, byte[] part) {
        byte[] changed = bytes.clone();
        System.arraycopy(part, 0, changed, at, part.length);
        return changed;
    }

    public static byte[] join(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    /** These bytes, with a signature over their hash behind them. */
    public static byte[] sign(byte[] unsigned, Label label, SigningKey key) {
        return join(unsigned, key.sign(label, Digest.sha256(unsigned)));
    }

    /** An envelope's header and body, with a signature over them behind. */
    public static byte[] signEnvelope(byte[] unsigned, SigningKey key) {
        byte[] header = Arrays.copyOf(unsigned, ENVELOPE_HEADER_BYTES);
        byte[] body = Arrays.copyOfRange(unsigned, ENVELOPE_HEADER_BYTES, unsigned.length);
        return join(unsigned, key.sign(Label.ENVELOPE_SIGNATURE, Digest.sha256(header, Digest.sha256(body))));
    }

    /** A signed envelope, with another signature in the place of its own. */
    public static byte[] signEnvelopeAgain(byte[] signed, SigningKey key) {
        return signEnvelope(Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES), key);
    }

    /** These bytes, whose last 64 are a signature, with another one in its place. */
    public static byte[] signAgain(byte[] signed, Label label, SigningKey key) {
        return sign(Arrays.copyOf(signed, signed.length - SIGNATURE_BYTES), label, key);
    }

    static byte[] signatureOf(byte[] signed) {
        return Arrays.copyOfRange(signed, signed.length - SIGNATURE_BYTES, signed.length);
    }

    /** The twin of a signature that a verifier takes which does not insist on S below the group order. */
    static byte[] withOrderAdded(byte[] signed) {
        int at = signed.length - SIGNATURE_BYTES / 2;
        BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signed, at, signed.length)));
        return with(signed, at, reversed(fitted(s.add(GROUP_ORDER).toByteArray())));
    }

    private static byte[] fitted(byte[] number) {
        byte[] fitted = new byte[SIGNATURE_BYTES / 2];
        int length = Math.min(number.length, fitted.length);
        System.arraycopy(number, number.length - length, fitted, fitted.length - length, length);
        return fitted;
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int at = 0; at < bytes.length; at++) {
            reversed[at] = bytes[bytes.length - 1 - at];
        }
        return reversed;
    }
}
