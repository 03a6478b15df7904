package org.doorlight.protocol.simulation.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The year of the street: when it begins, in which zone, and in which steps it goes by. */
final class Calendar {
    /** A zone whose clocks change twice a year. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A Monday. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    static final long START = FIRST_DAY.atStartOfDay(ZONE).toInstant().toEpochMilli();
    static final long STEP = 1_800_000;
    static final long HOUR = 3_600_000;
    static final long DAY = 24 * HOUR;
    static final int STEPS_A_DAY = (int) (DAY / STEP);

    static final int STEPS_A_WEEK = 7 * STEPS_A_DAY;

    private Calendar() {}

    static long at(int step) {
        return START + step * STEP;
    }

    /** The step in which a moment lies. */
    static int step(long at) {
        return (int) Math.max(0, (at - START) / STEP);
    }

    /** The hour of the day, near enough for habits: winter time all year. */
    static int hour(int step) {
        return step % STEPS_A_DAY / 2;
    }

    static long midnightAfter(long at) {
        return local(at)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZONE)
                .toInstant()
                .toEpochMilli();
    }

    static ZonedDateTime local(long at) {
        return Instant.ofEpochMilli(at).atZone(ZONE);
    }
}
