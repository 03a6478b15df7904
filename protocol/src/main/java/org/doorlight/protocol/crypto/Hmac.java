package org.doorlight.protocol.crypto;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under a label. Compare tags with {@link #matches}, which takes the same time for all bytes. */
public final class Hmac {
    private static final String HMAC_SHA256 = "HmacSHA256";

    private Hmac() {}

    /**
     * HMAC-SHA-256(key, label ‖ parts), 32 bytes. Parts are joined without lengths, as in {@link Digest}.
     *
     * @throws IllegalArgumentException if the key is empty
     */
    public static byte[] sha256(byte[] key, Label label, byte[]... parts) {
        return raw(key, label.before(parts));
    }

    /** Whether two tags are equal, without telling by the time it takes where they differ. */
    public static boolean matches(byte[] expected, byte[] received) {
        return MessageDigest.isEqual(expected, received);
    }

    static byte[] raw(byte[] key, byte[]... parts) {
        Mac mac = keyed(key);
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(HMAC_SHA256);
            mac.init(new SecretKeySpec(key, HMAC_SHA256));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
