package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How much somebody has carried lately, as coarsely as will do (CARE §5): four levels of load by ceiling, moved by chance up or down about
 * one level, and drawn once a week. It drives who is asked first and nothing else.
 */
public final class Bucket {
    /** How many levels there are. */
    public static final int LEVELS = 4;

    /** What counts as lately, together with all that is promised: two windows of the ceiling. */
    public static final Duration LOOKS_BACK = Load.WINDOW;

    private static final int CHANCES = 3;
    private static final int DAYS_A_WEEK = 7;
    // 1 January 1970 was a Thursday; weeks begin on Mondays.
    private static final int DAYS_TO_MONDAY = 3;

    private Bucket() {}

    /**
     * The level to publish.
     *
     * @param load effort carried, 0 or more
     * @param ceiling effort one is willing to carry in the same time
     * @param chance any number drawn afresh for this week; one in three moves the level down, one in three up
     */
    public static int level(int load, int ceiling, int chance) {
        int exact = ceiling == 0 ? LEVELS - 1 : load * LEVELS / ceiling;
        int noise = Math.floorMod(chance, CHANCES) - 1;
        return Math.min(LEVELS - 1, Math.max(0, Math.min(exact, LEVELS - 1) + noise));
    }

    /** A level somebody else has written, kept between the lowest and the highest. */
    static int bounded(int level) {
        return Math.max(0, Math.min(LEVELS - 1, level));
    }

    /** The number of the week a moment lies in, from Monday on, by the clocks of that zone. A bucket is drawn once in it. */
    public static long week(long millis, ZoneId zone) {
        long day = Instant.ofEpochMilli(millis).atZone(zone).toLocalDate().toEpochDay();
        return Math.floorDiv(day + DAYS_TO_MONDAY, DAYS_A_WEEK);
    }
}
