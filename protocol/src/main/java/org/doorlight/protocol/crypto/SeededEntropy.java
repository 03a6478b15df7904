package org.doorlight.protocol.crypto;

import java.nio.ByteBuffer;

/**
 * The same bytes for the same seed, always and everywhere: SHA-256 in counter mode. One seed is one world, so this is for
 * simulation and tests; 64 bits of seed would protect nobody. Every call starts a new block of 32 bytes. Belongs to one
 * owner, like a cursor.
 */
public final class SeededEntropy implements Entropy {
    private final long seed;
    private long block;

    public SeededEntropy(long seed) {
        this.seed = seed;
    }

    @Override
    public byte[] bytes(int length) {
        if (length < 0) {
            throw new IllegalArgumentException("A negative length: " + length);
        }
        ByteBuffer output = ByteBuffer.allocate(length);
        while (output.hasRemaining()) {
            byte[] next = nextBlock();
            output.put(next, 0, Math.min(next.length, output.remaining()));
        }
        return output.array();
    }

    private byte[] nextBlock() {
        byte[] position = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(seed)
                .putLong(block++)
                .array();
        return Digest.hash(Label.SEEDED_ENTROPY, position);
    }
}
