package org.doorlight.protocol.simulation.quiet;

import java.util.OptionalDouble;

/** One time that somebody lies there and cannot help themselves, from the moment it happens until somebody comes. */
final class Fall {
    private static final double HOUR = 3_600_000;
    private static final long NEVER = Long.MAX_VALUE;

    private final long at;
    private long shownAt = NEVER;
    private long foundAt = NEVER;

    Fall(long at) {
        this.at = at;
    }

    boolean lasts(long now) {
        return at <= now && now < foundAt;
    }

    /** In hospital, and those who found them know it. */
    boolean recovers(long now) {
        return foundAt <= now && now - foundAt < QuietHabits.HOSPITAL.toMillis();
    }

    /** A neighbour is shown that something is up. */
    void shown(long now) {
        shownAt = Math.min(shownAt, now);
    }

    void found(long now) {
        shown(now);
        foundAt = Math.min(foundAt, now);
    }

    /** Hours until a neighbour was shown that something is up; empty if nobody ever was. */
    OptionalDouble delayHours() {
        return shownAt == NEVER ? OptionalDouble.empty() : OptionalDouble.of((shownAt - at) / HOUR);
    }
}
