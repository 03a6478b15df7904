package org.doorlight.protocol.care;

import java.util.Comparator;

/**
 * A moment of hybrid logical time (CARE S5): the wall clock where it runs ahead of everything heard so far, else one more than that.
 * Whoever writes after having read something writes a later stamp, however wrong the clocks are. It orders, it measures nothing.
 *
 * @param millis milliseconds since 1970, kept between 0 and the year 9999
 * @param counter from 0
 */
public record Stamp(long millis, int counter) implements Comparable<Stamp> {
    /** Before everything. */
    public static final Stamp NONE = new Stamp(0, 0);

    private static final long MILLIS_MAX = 253_402_300_799_999L;
    private static final Comparator<Stamp> ORDER =
            Comparator.comparingLong(Stamp::millis).thenComparingInt(Stamp::counter);

    public Stamp {
        millis = Math.max(0, Math.min(MILLIS_MAX, millis));
        counter = Math.max(0, counter);
    }

    /** The stamp of an event that happens now, here, after everything up to the highest stamp heard. */
    public static Stamp next(long wallMillis, Stamp highest) {
        if (wallMillis > highest.millis) {
            return new Stamp(wallMillis, 0);
        }
        return highest.counter < Integer.MAX_VALUE
                ? new Stamp(highest.millis, highest.counter + 1)
                : new Stamp(highest.millis + 1, 0);
    }

    /** The later of two. */
    public Stamp or(Stamp other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
