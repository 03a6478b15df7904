package org.doorlight.protocol.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * SHA-256 (FIPS 180-4), plain and under a label. Parts are hashed one after the other without lengths in between: that two
 * different lists of parts never give the same bytes is up to the caller, who puts a length before a part that varies.
 */
public final class Digest {
    /** Bytes of a whole hash. */
    public static final int HASH_BYTES = 32;

    /** Bytes of a shortened hash, as ids of circles, documents, devices and epochs use it. */
    public static final int SHORT_HASH_BYTES = 16;

    private Digest() {}

    /** SHA-256 over the parts, 32 bytes. For outside formats and for bytes that are hashed again under a label. */
    public static byte[] sha256(byte[]... parts) {
        MessageDigest sha256 = newSha256();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    /** SHA-256(label ‖ parts), 32 bytes. */
    public static byte[] hash(Label label, byte[]... parts) {
        return sha256(label.before(parts));
    }

    /** The first 16 bytes of {@link #hash}. */
    public static byte[] hash16(Label label, byte[]... parts) {
        return Arrays.copyOf(hash(label, parts), SHORT_HASH_BYTES);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
