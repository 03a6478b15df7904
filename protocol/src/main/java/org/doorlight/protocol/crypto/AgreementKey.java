package org.doorlight.protocol.crypto;

import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * An X25519 private key (RFC 7748 §5): the recipient key of a device, to which {@link Hpke} wraps secrets. The seed is the
 * private scalar; the public key is computed once.
 */
public final class AgreementKey {
    /** Bytes of the seed. */
    public static final int SEED_BYTES = 32;

    /** Bytes of a public key. */
    public static final int PUBLIC_KEY_BYTES = 32;

    private static final int SHARED_SECRET_BYTES = 32;

    private final byte[] scalar;
    private final byte[] publicKey = new byte[PUBLIC_KEY_BYTES];

    /**
     * @param seed 32 random or derived bytes, copied
     * @throws IllegalArgumentException if the seed has another length
     */
    public AgreementKey(byte[] seed) {
        scalar = Bytes.ofLength(SEED_BYTES, "An agreement seed", seed).clone();
        X25519.generatePublicKey(scalar, 0, publicKey, 0);
    }

    /** The 32-byte public key, a copy. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /**
     * Whether something can be wrapped to this public key: it has 32 bytes and is no point of small order, with which every
     * private key would agree on zero (RFC 7748 §6.1). One such point is one for every private key, so any will do to ask.
     */
    public static boolean accepts(byte[] publicKey) {
        return publicKey.length == PUBLIC_KEY_BYTES
                && new AgreementKey(new byte[SEED_BYTES]).agree(publicKey).isPresent();
    }

    /** The 32 bytes shared with the owner of that key; empty if they are all zero (RFC 9180 §7.1.4). */
    Optional<byte[]> agree(byte[] otherPublicKey) {
        Bytes.ofLength(PUBLIC_KEY_BYTES, "An agreement public key", otherPublicKey);
        byte[] shared = new byte[SHARED_SECRET_BYTES];
        boolean usable = X25519.calculateAgreement(scalar, 0, otherPublicKey, 0, shared, 0);
        return usable ? Optional.of(shared) : Optional.empty();
    }

    @Override
    public String toString() {
        return "AgreementKey[hidden]";
    }
}
