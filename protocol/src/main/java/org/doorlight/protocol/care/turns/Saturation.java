package org.doorlight.protocol.care.turns;

import java.time.Duration;

/**
 * When the street says of itself: "Our street is full this week. That is nobody's fault." (CARE §6). It is worked out from what everybody
 * holds, and never asks more of the willing.
 */
public final class Saturation {
    /** How far it looks back. */
    public static final Duration LOOKS_BACK = Duration.ofDays(14);

    /** With fewer times than these in the last two weeks nothing can be said. */
    public static final int SLOTS_MIN = 10;

    private static final int LAPSED_SHARE = 10;

    private Saturation() {}

    /**
     * True if more than a tenth of the times of the last 14 days went by without, or if room has been short for that long.
     *
     * @param ended times that ended in the last 14 days and were not taken back
     * @param lapsed those of them that nobody came to
     * @param roomShortSince since when fewer members have room than are asked together, in milliseconds; the future if they are enough
     */
    public static boolean isFull(int ended, int lapsed, long roomShortSince, long now) {
        boolean lapses = ended >= SLOTS_MIN && lapsed * LAPSED_SHARE > ended;
        return lapses || now - roomShortSince >= LOOKS_BACK.toMillis();
    }

    /** True if so few have room that it is short. */
    public static boolean isRoomShort(int available) {
        return available <= FairTurn.TOGETHER_MAX;
    }
}
