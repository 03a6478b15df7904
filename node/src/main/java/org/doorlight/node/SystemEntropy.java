package org.doorlight.node;

import java.security.SecureRandom;
import org.doorlight.protocol.crypto.Entropy;

/** Random bytes of the operating system. */
final class SystemEntropy implements Entropy {
    private final SecureRandom random = new SecureRandom();

    @Override
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
