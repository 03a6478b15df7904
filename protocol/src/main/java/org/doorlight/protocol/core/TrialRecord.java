package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the trial journal says of a document (PROTOCOL §6): {@code state 1 | version}. A running trial found at start means that the
 * process ended while native code might have been at work, most often by a power cut.
 *
 * @param isPaused true if native code failed on it twice
 * @param version the program that paused it; another version tries again
 */
record TrialRecord(boolean isPaused, String version) {
    private static final byte RUNNING = 1;
    private static final byte PAUSED = 2;

    static TrialRecord running() {
        return new TrialRecord(false, "");
    }

    static TrialRecord paused(String version) {
        return new TrialRecord(true, version);
    }

    static TrialRecord of(byte[] bytes) {
        boolean paused = bytes.length > 0 && bytes[0] == PAUSED;
        byte[] rest = bytes.length > 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return new TrialRecord(paused, new String(rest, StandardCharsets.UTF_8));
    }

    byte[] toBytes() {
        byte[] text = version.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length)
                .put(isPaused ? PAUSED : RUNNING)
                .put(text)
                .array();
    }

    /** True if this program should leave the document alone. */
    boolean holdsFor(String running) {
        return isPaused && version.equals(running);
    }
}
