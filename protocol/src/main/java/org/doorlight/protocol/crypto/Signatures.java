package org.doorlight.protocol.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Checking Ed25519 signatures (RFC 8032 §5.1.7), strictly: exactly 64 bytes, S below the group order, points in their only
 * encoding, no public key of small order.
 *
 * <p>Bouncy Castle checks the RFC's first equation, [8][S]B = [8]R + [8][k]A. Some other libraries check it without the
 * eights and refuse a few signatures that only a signer out for mischief can make; as validity must not differ between
 * nodes, another implementation has to check the same equation.
 */
public final class Signatures {
    /** Bytes of a public key. */
    public static final int PUBLIC_KEY_BYTES = 32;

    /** Bytes of a signature. */
    public static final int SIGNATURE_BYTES = 64;

    private Signatures() {}

    /**
     * Whether this is a signature by this key over label ‖ parts. Never throws: whatever the bytes of key and signature
     * are, the answer is yes or no.
     */
    public static boolean verify(byte[] publicKey, byte[] signature, Label label, byte[]... parts) {
        return verifyRaw(publicKey, signature, label.before(parts));
    }

    /**
     * Whether a public key is one that an honest device may have: 32 bytes, and a point of the whole prime-order group, not
     * a small one nor one mixed with a small one. About as dear as verifying, so ask once, where a key is first admitted.
     */
    public static boolean accepts(byte[] publicKey) {
        return publicKey.length == PUBLIC_KEY_BYTES && Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    static boolean verifyRaw(byte[] publicKey, byte[] signature, byte[] message) {
        if (publicKey.length != PUBLIC_KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }
}
