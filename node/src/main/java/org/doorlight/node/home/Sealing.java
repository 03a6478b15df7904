package org.doorlight.node.home;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/**
 * How a home key is sealed under a passphrase: Argon2id (one lane) makes a key of the passphrase, XChaCha20-Poly1305 closes the box.
 *
 * @param salt 16 bytes, new for each sealing
 * @param memoryKib memory of Argon2id in KiB, 8 to {@value #MEMORY_KIB_MAX}
 * @param passes passes over that memory, 1 to {@value #PASSES_MAX}
 * @param nonce 24 bytes, new for each sealing
 */
public record Sealing(byte[] salt, int memoryKib, int passes, byte[] nonce) {
    static final int SALT_BYTES = 16;
    static final int NONCE_BYTES = 24;
    static final int BYTES = SALT_BYTES + 2 * Integer.BYTES + NONCE_BYTES;

    /** 256 MiB: a keystore from elsewhere must not take all memory of a small board. */
    static final int MEMORY_KIB_MAX = 256 * 1024;

    static final int PASSES_MAX = 16;
    private static final int MEMORY_KIB_MIN = 8;

    // 32 MiB and 3 passes: above OWASP's minimum (19 MiB, 2 passes), and a Raspberry Pi can do it beside a browser.
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int PASSES = 3;

    static Sealing fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        return new Sealing(salt, MEMORY_KIB, PASSES, nonce);
    }

    static Sealing read(ByteBuffer from) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        from.get(salt);
        int memoryKib = from.getInt();
        int passes = from.getInt();
        from.get(nonce);
        return new Sealing(salt, memoryKib, passes, nonce);
    }

    void write(ByteBuffer to) {
        to.put(salt).putInt(memoryKib).putInt(passes).put(nonce);
    }

    /** Whether the cost is one we would pay for a file that came from anywhere. */
    boolean isWithinBounds() {
        return memoryKib >= MEMORY_KIB_MIN && memoryKib <= MEMORY_KIB_MAX && passes >= 1 && passes <= PASSES_MAX;
    }
}
