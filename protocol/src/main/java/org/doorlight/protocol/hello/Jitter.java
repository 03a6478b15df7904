package org.doorlight.protocol.hello;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;

/** How long after a window's end its attestation leaves: drawn from a secret of the box and the window's name, so nothing a person does moves it. */
public final class Jitter {
    private Jitter() {}

    /** Milliseconds from 0 to before the most. */
    public static long millis(byte[] secret, WindowId window, Duration most) {
        byte[] hash = Digest.hash(Label.HELLO_JITTER, secret, window.toString().getBytes(StandardCharsets.US_ASCII));
        long number = ByteBuffer.wrap(hash).getLong() >>> 1;
        return most.isZero() ? 0 : number % most.toMillis();
    }
}
