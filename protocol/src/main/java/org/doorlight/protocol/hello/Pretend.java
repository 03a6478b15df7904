package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The window a home without a plan pretends to have, drawn once from a secret of its box, so that it signs one note a day as if there were a
 * plan (HELLO §3). It is the one the program proposes to whoever makes a plan: with it the notes of that home leave as they did before.
 */
public final class Pretend {
    private static final Duration GRACE = Duration.ofMinutes(90);
    private static final LocalTime FROM = LocalTime.of(7, 0);
    private static final int QUARTERS = 13 * 4;
    private static final int QUARTER_MINUTES = 15;
    private static final int HOURS = 3;

    private Pretend() {}

    /** Three hours, closing at a quarter of an hour from seven in the morning to before eight in the evening. */
    public static DailyWindow window(byte[] secret) {
        long quarter = Jitter.millis(secret, new WindowId(LocalDate.EPOCH, 0), Duration.ofMillis(QUARTERS));
        LocalTime closes = FROM.plusMinutes(quarter * QUARTER_MINUTES);
        return DailyWindow.of(closes.minusHours(HOURS), closes);
    }

    /** That window every day, with the grace that plans usually have. */
    public static Schedule schedule(byte[] secret, ZoneId zone) {
        return new Schedule(zone, List.of(window(secret)), GRACE);
    }
}
