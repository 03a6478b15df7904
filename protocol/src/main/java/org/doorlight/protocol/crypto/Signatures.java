package org.doorlight.protocol.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Checking Ed25519 signatures (RFC 8032 §5.1.7), strictly: exactly 64 bytes, S below the group order, points in their
 * shortest encoding, no public key of small order.
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

    static boolean verifyRaw(byte[] publicKey, byte[] signature, byte[] message) {
        if (publicKey.length != PUBLIC_KEY_BYTES || signature.length != SIGNATURE_BYTES) {
            return false;
        }
        return Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }
}
