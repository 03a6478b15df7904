package org.doorlight.protocol.hello;

import java.time.Duration;

/**
 * How far a box can trust what it noticed. All durations come from the monotonic clock.
 *
 * @param upMillis how long it has been running
 * @param sureForMillis how long its clock has been sure; {@link #UNSURE} if it is not
 * @param unprovenMillis how long, pauses left out, no touch has shown that its button or screen works
 */
public record Senses(long upMillis, long sureForMillis, long unprovenMillis) {
    /** Not sure of the time. */
    public static final long UNSURE = -1;

    private static final long UNPROVEN_MAX = Duration.ofDays(7).toMillis();

    boolean clockSure() {
        return sureForMillis >= 0;
    }

    boolean inputProven() {
        return unprovenMillis <= UNPROVEN_MAX;
    }

    /** How long it has been running with a sure clock. */
    long steadyMillis() {
        return Math.min(upMillis, sureForMillis);
    }

    /** What the person reads when the box cannot look out; the words of all is well otherwise. */
    public Sight sight() {
        if (!clockSure()) {
            return Sight.CLOCK_UNSURE;
        }
        return inputProven() ? Sight.CLEAR : Sight.INPUT_UNPROVEN;
    }

    /** Whether a box can look out for a hello, and what stands in its way. */
    public enum Sight {
        CLEAR,
        CLOCK_UNSURE,
        INPUT_UNPROVEN
    }
}
