package org.doorlight.cli.bench;

import java.util.Arrays;

/** Figures out of readings. */
final class Figures {
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

    private Figures() {}

    /** The reading that so much of all readings do not exceed, in milliseconds. */
    static double milliseconds(long[] nanoseconds, double share) {
        return rounded(reading(nanoseconds, share) / NANOSECONDS_PER_MILLISECOND);
    }

    /** The same in nanoseconds. */
    static long reading(long[] nanoseconds, double share) {
        long[] sorted = nanoseconds.clone();
        Arrays.sort(sorted);
        int index = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.max(0, index)];
    }

    static double seconds(long nanoseconds) {
        return rounded(nanoseconds / 1e9);
    }

    /** How many of them in a second. */
    static long perSecond(int count, long nanoseconds) {
        return Math.round(count * 1e9 / nanoseconds);
    }

    static double mebibytes(long bytes) {
        return Math.round(bytes / 1024.0 / 1024.0 * 10) / 10.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    /** How long something takes, in nanoseconds. */
    static long timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }
}
