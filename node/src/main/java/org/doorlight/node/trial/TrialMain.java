package org.doorlight.node.trial;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.doorlight.protocol.core.Trial;

/**
 * The process in which a trial is held: reads {@code count 4 | (length 4 | change)…} and applies the changes. It ends with 0 if native code
 * came through, with {@link #FAILED} if it threw or ended elsewhere than the changes lead, with 134 if it aborted, and in any other way if
 * nothing was tried.
 */
final class TrialMain {
    private static final int CHANGES_MAX = 1 << 20;
    private static final int CHANGE_BYTES_MAX = 1 << 20;

    /** How the process ends if native code came back, and not with what the changes say. */
    static final int FAILED = 3;

    /** A little longer than the node waits: what it forgot, because it was cut off, must not run for ever. */
    private static final int SECONDS_MAX = 90;

    private TrialMain() {}

    public static void main(String[] arguments) throws IOException {
        CompletableFuture.delayedExecutor(SECONDS_MAX, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(FAILED));
        Trial.prepare();
        List<byte[]> changes = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(System.in)) {
            int count = in.readInt();
            for (int i = 0; i < count && i < CHANGES_MAX; i++) {
                changes.add(in.readNBytes(Math.min(in.readInt(), CHANGE_BYTES_MAX)));
            }
        }
        Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, thrown) -> Runtime.getRuntime().halt(FAILED));
        if (!Trial.comesThrough(changes)) {
            Runtime.getRuntime().halt(FAILED);
        }
    }
}
