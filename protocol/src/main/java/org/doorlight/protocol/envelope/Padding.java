package org.doorlight.protocol.envelope;

import static org.doorlight.protocol.wire.Limits.BODY_BYTES_MAX;
import static org.doorlight.protocol.wire.Limits.BODY_BYTES_MIN;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.doorlight.protocol.crypto.Aead;

/**
 * Bodies come in nine sizes, so that a length tells little (PROTOCOL §5): {@code length 4 | text | zeros}, filled up so that the
 * sealed body is 256 bytes or a doubling of it, up to 64 KiB.
 */
final class Padding {
    private static final int LENGTH_BYTES = 4;

    /** The longest text a body can hold, in bytes. */
    static final int TEXT_BYTES_MAX = BODY_BYTES_MAX - Aead.TAG_BYTES - LENGTH_BYTES;

    private Padding() {}

    /** The smallest body size that holds so many sealed bytes; 0 if none does. */
    static int sizeOf(int sealedBytes) {
        if (sealedBytes <= 0 || sealedBytes > BODY_BYTES_MAX) {
            return 0;
        }
        int size = BODY_BYTES_MIN;
        while (size < sealedBytes) {
            size *= 2;
        }
        return size;
    }

    static byte[] pad(byte[] text) {
        int sealed = sizeOf(LENGTH_BYTES + text.length + Aead.TAG_BYTES);
        if (sealed == 0) {
            throw new IllegalArgumentException("a body of " + text.length + " bytes");
        }
        return ByteBuffer.allocate(sealed - Aead.TAG_BYTES)
                .putInt(text.length)
                .put(text)
                .array();
    }

    /** The text in a padded plaintext; empty if the length does not fit or the filling is not all zero. */
    static Optional<byte[]> strip(byte[] padded) {
        ByteBuffer from = ByteBuffer.wrap(padded);
        int length = from.getInt();
        if (length < 0 || length > from.remaining()) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        from.get(text);
        while (from.hasRemaining()) {
            if (from.get() != 0) {
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }
}
