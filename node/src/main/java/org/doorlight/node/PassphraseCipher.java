package org.doorlight.node;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.node.home.KeystoreCipher;
import org.doorlight.node.home.Sealing;
import org.doorlight.protocol.crypto.Aead;
import org.doorlight.protocol.crypto.Stretch;
import org.doorlight.protocol.crypto.StretchCost;

/** The home key under a passphrase: Argon2id, then XChaCha20-Poly1305. */
final class PassphraseCipher implements KeystoreCipher {
    private static final int KEY_BYTES = 32;
    private static final byte[] NOTHING_ELSE = {};

    @Override
    public byte[] seal(Sealing sealing, char[] passphrase, byte[] homeKey) {
        return Aead.seal(key(sealing, passphrase), sealing.nonce(), NOTHING_ELSE, homeKey);
    }

    @Override
    public Optional<byte[]> open(Sealing sealing, char[] passphrase, byte[] box) {
        // A keystore somebody has tampered with must not make this machine stretch for hours.
        return StretchCost.isAllowed(sealing.memoryKib(), sealing.passes())
                ? Aead.open(key(sealing, passphrase), sealing.nonce(), NOTHING_ELSE, box)
                : Optional.empty();
    }

    private static byte[] key(Sealing sealing, char[] passphrase) {
        ByteBuffer utf8 = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = new byte[utf8.remaining()];
        utf8.get(bytes);
        try {
            StretchCost cost = new StretchCost(sealing.memoryKib(), sealing.passes());
            return Stretch.stretch(bytes, sealing.salt(), cost, KEY_BYTES);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            wipe(utf8);
        }
    }

    private static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put((byte) 0);
        }
    }
}
