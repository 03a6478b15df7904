package org.doorlight.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;

/**
 * HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305, one message per key:
 * how a secret reaches one device. A wrapped secret is the ephemeral public key (32 bytes) and the ciphertext, so 80 bytes
 * for a secret of 32.
 *
 * <p>The RFC's steps are written out here because Bouncy Castle's own HPKE asks the process-wide random source in its
 * constructor; the curve, the hash and the cipher underneath are Bouncy Castle's and the platform's.
 */
public final class Hpke {
    /** Bytes a wrapped secret is longer than the secret. */
    public static final int OVERHEAD_BYTES = AgreementKey.PUBLIC_KEY_BYTES + Aead.TAG_BYTES;

    /** Bytes of the seed from which the ephemeral key is derived. */
    public static final int EPHEMERAL_SEED_BYTES = 32;

    private static final int NONCE_BYTES = 12;
    private static final byte MODE_BASE = 0;

    /** RFC 9180 §5.1: "HPKE" and the numbers of KEM (§7.1), KDF (§7.2) and AEAD (§7.3). */
    private static final LabeledHkdf SUITE =
            new LabeledHkdf(Bytes.join("HPKE".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 0x20, 0, 1, 0, 3}));

    private Hpke() {}

    /**
     * Wraps a secret to a device's agreement key. The same arguments always give the same bytes; the ephemeral key comes
     * from the seed through DeriveKeyPair (RFC 9180 §7.1.3).
     *
     * @param info what the wrap is for; the recipient needs the same bytes
     * @param ephemeralSeed 32 bytes, unpredictable to outsiders and never used for two different secrets
     * @return empty if the recipient key is one that nobody can hold ({@link AgreementKey#accepts})
     * @throws IllegalArgumentException if recipient key or seed have not 32 bytes
     */
    public static Optional<byte[]> wrap(byte[] recipientKey, byte[] info, byte[] secret, byte[] ephemeralSeed) {
        AgreementKey ephemeral =
                Dhkem.deriveKey(Bytes.ofLength(EPHEMERAL_SEED_BYTES, "An ephemeral seed", ephemeralSeed));
        return Dhkem.sharedSecret(ephemeral, recipientKey)
                .map(shared -> Context.of(shared, info).seal(Bytes.NONE, secret))
                .map(ciphertext -> Bytes.join(ephemeral.publicKey(), ciphertext));
    }

    /** Opens a wrapped secret; empty if it was not made for this key and info, or is damaged or too short. */
    public static Optional<byte[]> unwrap(AgreementKey key, byte[] info, byte[] wrapped) {
        if (wrapped.length < OVERHEAD_BYTES) {
            return Optional.empty();
        }
        byte[] ephemeralKey = Arrays.copyOf(wrapped, AgreementKey.PUBLIC_KEY_BYTES);
        byte[] ciphertext = Arrays.copyOfRange(wrapped, ephemeralKey.length, wrapped.length);
        return Dhkem.receivedSecret(key, ephemeralKey)
                .flatMap(shared -> Context.of(shared, info).open(Bytes.NONE, ciphertext));
    }

    /** Key and nonce of the context's only message, number 0: its nonce is the base nonce itself (RFC 9180 §5.2). */
    record Context(byte[] key, byte[] nonce) {

        /** KeySchedule of RFC 9180 §5.1 in base mode, where psk and psk_id are empty. */
        static Context of(byte[] sharedSecret, byte[] info) {
            byte[] pskIdHash = SUITE.extract(Bytes.NONE, "psk_id_hash", Bytes.NONE);
            byte[] infoHash = SUITE.extract(Bytes.NONE, "info_hash", info);
            byte[] context = Bytes.join(new byte[] {MODE_BASE}, pskIdHash, infoHash);
            byte[] secret = SUITE.extract(sharedSecret, "secret", Bytes.NONE);
            return new Context(
                    SUITE.expand(secret, "key", context, Aead.KEY_BYTES),
                    SUITE.expand(secret, "base_nonce", context, NONCE_BYTES));
        }

        byte[] seal(byte[] aad, byte[] plaintext) {
            return Aead.seal(new ChaCha20Poly1305(), Aead.parameters(key, nonce, aad), plaintext);
        }

        Optional<byte[]> open(byte[] aad, byte[] ciphertext) {
            return Aead.open(new ChaCha20Poly1305(), Aead.parameters(key, nonce, aad), ciphertext);
        }
    }
}
