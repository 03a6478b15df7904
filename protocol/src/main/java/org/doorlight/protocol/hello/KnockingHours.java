package org.doorlight.protocol.hello;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody may knock, in the plan's zone.
 *
 * @param from on the same day before {@code until}
 */
public record KnockingHours(LocalTime from, LocalTime until) {
    /** Eight in the morning to nine in the evening. */
    public static final KnockingHours USUAL = new KnockingHours(LocalTime.of(8, 0), LocalTime.of(21, 0));

    /** This moment, or the next one at which somebody may knock. */
    long next(long millis, ZoneId zone) {
        ZonedDateTime there = Instant.ofEpochMilli(millis).atZone(zone);
        if (there.toLocalTime().isBefore(from)) {
            return there.with(from).toInstant().toEpochMilli();
        }
        return there.toLocalTime().isBefore(until)
                ? millis
                : there.plusDays(1).with(from).toInstant().toEpochMilli();
    }
}
