package org.doorlight.protocol.crypto;

/** HKDF with SHA-256 (RFC 5869): from one secret, many keys that say nothing about each other. */
public final class Hkdf {
    /** The most bytes one expansion gives (RFC 5869 §2.3): 255 hashes. */
    public static final int OUTPUT_BYTES_MAX = 255 * Digest.HASH_BYTES;

    private Hkdf() {}

    /**
     * Derives a key of {@code length} bytes with an empty salt and info = label ‖ parts. The parts name everything the key
     * is for; they are joined without lengths.
     *
     * @param length 0 to {@value #OUTPUT_BYTES_MAX} bytes
     */
    public static byte[] derive(byte[] secret, int length, Label label, byte[]... infoParts) {
        return extractAndExpand(secret, Bytes.NONE, label.before(infoParts), length);
    }

    /** The whole of RFC 5869: expand(extract(salt, ikm), info, length). An empty salt stands for 32 zero bytes (§2.2). */
    static byte[] extractAndExpand(byte[] ikm, byte[] salt, byte[] info, int length) {
        return expand(extract(salt, ikm), info, length);
    }

    /** RFC 5869 §2.2. */
    static byte[] extract(byte[] salt, byte[] ikm) {
        return Hmac.raw(salt.length == 0 ? new byte[Digest.HASH_BYTES] : salt, ikm);
    }

    /** RFC 5869 §2.3: T(n) = HMAC(prk, T(n-1) ‖ info ‖ n), joined and cut to length. */
    static byte[] expand(byte[] prk, byte[] info, int length) {
        if (length < 0 || length > OUTPUT_BYTES_MAX) {
            throw new IllegalArgumentException("HKDF gives 0 to " + OUTPUT_BYTES_MAX + " bytes, not " + length);
        }
        byte[] output = new byte[length];
        byte[] block = Bytes.NONE;
        for (int at = 0, n = 1; at < length; at += block.length, n++) {
            block = Hmac.raw(prk, block, info, new byte[] {(byte) n});
            System.arraycopy(block, 0, output, at, Math.min(block.length, length - at));
        }
        return output;
    }
}
