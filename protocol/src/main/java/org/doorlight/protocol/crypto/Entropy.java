package org.doorlight.protocol.crypto;

/**
 * Where random bytes come from, injected: a node hands in the operating system's source, a simulated street a {@link
 * SeededEntropy}. The protocol has no source of its own.
 */
public interface Entropy {

    /**
     * Unpredictable bytes, new at every call; the array belongs to the caller.
     *
     * @param length how many, 0 or more
     * @throws IllegalArgumentException if the length is negative
     */
    byte[] bytes(int length);
}
