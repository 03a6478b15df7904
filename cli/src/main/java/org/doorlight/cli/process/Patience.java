package org.doorlight.cli.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.doorlight.cli.client.Refusal;

/** Waits for what another process does. */
public final class Patience {
    private static final long LOOK_EVERY_NANOSECONDS = 2_000_000;

    private Patience() {}

    /**
     * Looks every two milliseconds until it is so.
     *
     * @param otherwise the sentence to give up with
     */
    public static void until(long secondsMax, BooleanSupplier itIsSo, String otherwise) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(secondsMax);
        while (!itIsSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                throw new Refusal(otherwise);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOSECONDS);
        }
    }

    /** Waits until this reading of {@link System#nanoTime}, or not at all if it has passed. */
    public static void untilNanoTime(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
