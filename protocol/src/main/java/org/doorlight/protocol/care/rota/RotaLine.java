package org.doorlight.protocol.care.rota;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;

/**
 * One week of a rota's shape.
 *
 * @param week how many weeks after the rota's first day, from 0
 * @param days on which days of that week
 * @param time when it begins, by the clocks of the rota's zone
 * @param need how many helpers, from 1
 */
public record RotaLine(
        int week, SortedSet<DayOfWeek> days, LocalTime time, Duration duration, RequestKind kind, int need) {
    public RotaLine {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        if (week < 0 || need < 1 || duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("a rota's line before its first day, for nobody or of no length");
        }
    }
}
