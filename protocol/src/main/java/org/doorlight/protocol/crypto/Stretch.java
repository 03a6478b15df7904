package org.doorlight.protocol.crypto;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id, version 1.3 (RFC 9106), one lane: makes a key of a passphrase or code, at a price for whoever guesses. */
public final class Stretch {
    /** RFC 9106 §3.1 asks for 8 bytes at least, and advises 16. */
    public static final int SALT_BYTES_MIN = 8;

    /** The shortest result RFC 9106 §3.1 knows. */
    public static final int OUTPUT_BYTES_MIN = 4;

    private Stretch() {}

    /**
     * Stretches a password. Takes the memory and a good part of a second of the caller's thread, see {@link StretchCost}.
     *
     * @param password any bytes; text as UTF-8 in normal form NFC, so that every keyboard gives the same bytes
     * @param salt at least 8 bytes, different for each use
     * @param length bytes of the result, at least 4
     * @throws IllegalArgumentException if salt or length are too short
     */
    public static byte[] stretch(byte[] password, byte[] salt, StretchCost cost, int length) {
        if (salt.length < SALT_BYTES_MIN || length < OUTPUT_BYTES_MIN) {
            throw new IllegalArgumentException("Argon2id wants 8 bytes of salt and 4 of output at least");
        }
        return argon2id(parameters(cost).withSalt(salt), password, length);
    }

    static byte[] argon2id(Argon2Parameters.Builder parameters, byte[] password, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters.build());
        byte[] output = new byte[length];
        generator.generateBytes(password, output);
        return output;
    }

    private static Argon2Parameters.Builder parameters(StretchCost cost) {
        return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKiB())
                .withIterations(cost.passes())
                .withParallelism(1);
    }
}
