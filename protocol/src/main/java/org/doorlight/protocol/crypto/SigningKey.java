package org.doorlight.protocol.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 signing key (RFC 8032 §5.1), made from a 32-byte seed. Signing is deterministic: the same key and message
 * always give the same 64 bytes. The expanded key and the public key are computed once, when the key is made.
 */
public final class SigningKey {
    /** Bytes of the seed, which is the private key of RFC 8032. */
    public static final int SEED_BYTES = 32;

    private final byte[] expanded = new byte[Ed25519.ExpandedKey.EXPANDED_KEY_SIZE];
    private final byte[] publicKey = new byte[Signatures.PUBLIC_KEY_BYTES];

    /**
     * @param seed 32 random or derived bytes; not kept, the caller may erase them
     * @throws IllegalArgumentException if the seed has another length
     */
    public SigningKey(byte[] seed) {
        Bytes.ofLength(SEED_BYTES, "A signing seed", seed);
        Ed25519.ExpandedKey.expandPrivateKey(seed, 0, expanded, 0);
        Ed25519.ExpandedKey.generatePublicKey(expanded, 0, publicKey, 0);
    }

    /** The 32-byte public key, a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Signs label ‖ parts (joined without lengths, as in {@link Digest}); 64 bytes. */
    public byte[] sign(Label label, byte[]... parts) {
        return signRaw(label.before(parts));
    }

    byte[] signRaw(byte[] message) {
        byte[] signature = new byte[Signatures.SIGNATURE_BYTES];
        Ed25519.ExpandedKey.sign(expanded, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Never the key, not even the public one: it is a pseudonym that does not belong in a log. */
    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
