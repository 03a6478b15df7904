package org.doorlight.protocol.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.XChaCha20Poly1305;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03 §2): sealing with a 24-byte nonce, long enough to be drawn or derived
 * without a counter. The ciphertext is the plaintext's length and 16 bytes of tag.
 */
public final class Aead {
    /** Bytes of a key. */
    public static final int KEY_BYTES = 32;

    /** Bytes of a nonce; one key and nonce seal one message only. */
    public static final int NONCE_BYTES = 24;

    /** Bytes a ciphertext is longer than its plaintext. */
    public static final int TAG_BYTES = 16;

    private Aead() {}

    /**
     * Seals the plaintext and binds it to {@code aad}, which is not stored in the result.
     *
     * @throws IllegalArgumentException if key or nonce have the wrong length
     */
    public static byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext) {
        return seal(new XChaCha20Poly1305(), parameters(key, nonce(nonce), aad), plaintext);
    }

    /**
     * Opens what {@link #seal} made; empty if anything differs by a bit, or is too short.
     *
     * @throws IllegalArgumentException if key or nonce have the wrong length
     */
    public static Optional<byte[]> open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext) {
        return open(new XChaCha20Poly1305(), parameters(key, nonce(nonce), aad), ciphertext);
    }

    /** Seals with a fresh cipher: either the one above or, for HPKE, RFC 8439's with its nonce of 12 bytes. */
    static byte[] seal(ChaCha20Poly1305 cipher, AEADParameters parameters, byte[] plaintext) {
        cipher.init(true, parameters);
        try {
            return process(cipher, plaintext);
        } catch (InvalidCipherTextException e) {
            throw new IllegalStateException("Only opening can meet a wrong ciphertext", e);
        }
    }

    static Optional<byte[]> open(ChaCha20Poly1305 cipher, AEADParameters parameters, byte[] ciphertext) {
        cipher.init(false, parameters);
        try {
            return Optional.of(process(cipher, ciphertext));
        } catch (InvalidCipherTextException e) {
            return Optional.empty();
        }
    }

    private static byte[] process(ChaCha20Poly1305 cipher, byte[] input) throws InvalidCipherTextException {
        byte[] output = new byte[cipher.getOutputSize(input.length)];
        int written = cipher.processBytes(input, 0, input.length, output, 0);
        cipher.doFinal(output, written);
        return output;
    }

    static AEADParameters parameters(byte[] key, byte[] nonce, byte[] aad) {
        KeyParameter checked = new KeyParameter(Bytes.ofLength(KEY_BYTES, "A sealing key", key));
        return new AEADParameters(checked, TAG_BYTES * Byte.SIZE, nonce, aad);
    }

    private static byte[] nonce(byte[] nonce) {
        return Bytes.ofLength(NONCE_BYTES, "A nonce", nonce);
    }
}
