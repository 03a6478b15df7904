package org.doorlight.protocol.care;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** What a clock on the wall of a zone says, as a moment (CARE S7). */
public final class WallTime {
    private WallTime() {}

    /**
     * The moment in milliseconds since 1970: a time that a clock change leaves out means the next minute there is, one that comes twice the
     * first of the two.
     */
    public static long millis(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.toEpochSecond() * 1_000
                : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant().toEpochMilli();
    }
}
