package org.doorlight.protocol.care;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.doorlight.protocol.id.SlotId;

/**
 * One wished-for time.
 *
 * @param start milliseconds since 1970
 * @param durationMillis longer than 0
 * @param need how many helpers, from 1
 * @param zone IANA zone the time was meant in
 * @param history how it came to be what it is
 */
public record Slot(SlotId id, long start, long durationMillis, int need, String zone, History history) {
    /** A time moved by more than this is another time: whoever said yes is asked again. */
    public static final Duration SAME_TIME = Duration.ofHours(2);

    private static final LocalTime NIGHT_ENDS = LocalTime.of(5, 0);
    private static final Duration A_NIGHT = Duration.ofHours(3);

    /**
     * How a slot came to be what it is.
     *
     * @param version of the register; the highest of all devices counts
     * @param moved how often it was moved far
     * @param movedMax the highest such number any device has written
     * @param agreedStart the start for which its present yeses were first asked
     * @param opensAt from when on people are asked for it, if later than its request: when it was moved far, or when a rota comes to it
     */
    public record History(long version, long moved, long movedMax, long agreedStart, long opensAt) {}

    /** A new slot. */
    public Slot(SlotId id, long start, long durationMillis, int need, String zone) {
        this(id, start, durationMillis, need, zone, new History(1, 0, 0, start, 0));
    }

    /** When it is over, in milliseconds since 1970. */
    public long end() {
        return start + durationMillis;
    }

    /** The same slot, for which people are asked from that time on. */
    public Slot opensAt(long opensAt) {
        History next = new History(history.version, history.moved, history.movedMax, history.agreedStart, opensAt);
        return new Slot(id, start, durationMillis, need, zone, next);
    }

    /** The same slot at another time; moved by more than {@link #SAME_TIME}, its yeses are asked again. */
    public Slot movedTo(long newStart, long now) {
        boolean far = !isSameTime(start, newStart) || !isSameTime(history.agreedStart, newStart);
        History next = far
                ? new History(history.version + 1, history.movedMax + 1, history.movedMax + 1, newStart, now)
                : new History(
                        history.version + 1, history.moved, history.movedMax, history.agreedStart, history.opensAt);
        return new Slot(id, newStart, durationMillis, need, zone, next);
    }

    /** The same slot with more time; a later end asks nobody again. */
    public Slot longerBy(long millis) {
        History next =
                new History(history.version + 1, history.moved, history.movedMax, history.agreedStart, history.opensAt);
        return new Slot(id, start, durationMillis + millis, need, zone, next);
    }

    static boolean isSameTime(long one, long other) {
        return Math.abs(one - other) <= SAME_TIME.toMillis();
    }

    /** True if it takes three hours or more of a night, midnight to five by the clock of its zone. */
    public boolean isNight() {
        ZonedDateTime first = Instant.ofEpochMilli(start).atZone(zoneOrUtc());
        ZonedDateTime midnight = first.toLocalDate().atStartOfDay(first.getZone());
        long most = 0;
        for (int night = 0; night < 2; night++) {
            ZonedDateTime evening = midnight.plusDays(night);
            long from = Math.max(start, evening.toInstant().toEpochMilli());
            long until = Math.min(end(), evening.with(NIGHT_ENDS).toInstant().toEpochMilli());
            most = Math.max(most, until - from);
        }
        return most >= A_NIGHT.toMillis();
    }

    private ZoneId zoneOrUtc() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
