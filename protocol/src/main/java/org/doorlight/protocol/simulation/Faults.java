package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What goes wrong in one world, drawn from its seed. A world with everything at once hides what only shows when one thing is pushed hard,
 * so each seed has a few kinds of trouble, and how often they come is drawn too.
 *
 * @param kinds what happens at all
 * @param aDay how many troubles a day, all kinds together
 */
record Faults(SortedSet<Kind> kinds, double aDay) {
    /** The kinds of trouble. */
    enum Kind {
        RESTART,
        POWER_CUT,
        DISK_TROUBLE,
        PARTITION,
        ONE_WAY_CUT,
        ROAMING,
        WRONG_CLOCK,
        FROZEN_CLOCK,
        ROUGH_WEATHER,
        PUT_BACK,
        COPIED,
        BIT_ROT
    }

    private static final double HALF = 0.5;
    private static final double A_DAY_MAX = 16;
    private static final double LOSS_MAX = 0.5;
    private static final double BREAKAGE_MAX = 0.02;
    private static final Duration DELAY_MAX = Duration.ofSeconds(1);
    private static final Duration HANG_MIN = Duration.ofSeconds(10);
    private static final Duration HANG_MAX = Duration.ofDays(3);

    static Faults drawn(Dice dice) {
        SortedSet<Kind> kinds = new TreeSet<>();
        for (Kind kind : Kind.values()) {
            if (dice.chance(HALF) && kind != Kind.BIT_ROT) {
                kinds.add(kind);
            }
        }
        return new Faults(kinds, dice.upTo(A_DAY_MAX));
    }

    /** Weather of one stretch of time. */
    static Weather weather(Dice dice) {
        return Weather.FAIR
                .withLoss(dice.upTo(LOSS_MAX))
                .withDelay(dice.between(Duration.ofMillis(1), DELAY_MAX))
                .withBreakage(dice.upTo(BREAKAGE_MAX))
                .withHang(dice.between(HANG_MIN, HANG_MAX));
    }
}
