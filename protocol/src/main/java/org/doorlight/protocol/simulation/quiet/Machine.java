package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.quiet.Spells.Length;
import org.doorlight.protocol.simulation.quiet.Spells.Spell;
import org.doorlight.protocol.simulation.quiet.Spells.Stretch;

/** What goes wrong with one box in a year, drawn beforehand. */
final class Machine {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long YEAR = 365 * DAY;
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final Duration JUMP = Duration.ofMillis(1);

    private final int number;
    private final Spells off;
    private final Spells restarts;
    private final Spells jumps;
    private final Spells noInternet;
    private final Spells cutOff;
    private final Spells rough;
    private final Spells button;

    Machine(int number, List<Spell> powerCuts, Dice dice, Stretch year) {
        this.number = number;
        List<Spell> dark = new ArrayList<>(powerCuts);
        dark.addAll(Spells.draw(dice, QuietHabits.UNPLUGGED, Length.mean(QuietHabits.UNPLUGGED_MEAN), year)
                .all());
        off = Spells.of(dark);
        restarts = Spells.draw(dice, QuietHabits.REBOOTS, length -> RESTART.toMillis(), year);
        jumps = Spells.draw(dice, QuietHabits.CLOCK_JUMPS, length -> JUMP.toMillis(), year);
        boolean never = dice.chance(QuietHabits.NEVER_INTERNET);
        Spells without = Spells.draw(dice, QuietHabits.INTERNET_OUT, Length.mean(QuietHabits.INTERNET_OUT_MEAN), year);
        noInternet = never ? Spells.of(List.of(new Spell(0, Long.MAX_VALUE, 0))) : without;
        cutOff = Spells.draw(
                dice,
                QuietHabits.CUT_OFF,
                one -> Math.min(
                        QuietHabits.CUT_OFF_MOST.toMillis(),
                        Length.mean(QuietHabits.CUT_OFF_MEAN).draw(one)),
                year);
        rough = Spells.draw(
                dice, QuietHabits.ROUGH_SPELLS, Length.between(Duration.ZERO, QuietHabits.ROUGH_MOST), year);
        button = Spells.draw(dice, QuietHabits.BUTTON_BREAKS, Length.mean(QuietHabits.BUTTON_BROKEN_MEAN), year);
    }

    /** Where a wall clock stands that something happened to, as its distance from the right time, in milliseconds. */
    long wrongBy(Spell happened, long now) {
        long stoodStill = happened.from() - now;
        List<Long> all = List.of(stoodStill, -now, DAY, -DAY, 10 * YEAR, -10 * YEAR, stoodStill - DAY / 24);
        return all.get((happened.lot() + number) % all.size());
    }

    /** Without power. */
    Spells off() {
        return off;
    }

    Spells restarts() {
        return restarts;
    }

    Spells jumps() {
        return jumps;
    }

    boolean internet(long now) {
        return !noInternet.holds(now);
    }

    Spells cutOff() {
        return cutOff;
    }

    Spells rough() {
        return rough;
    }

    boolean buttonWorks(long now) {
        return !button.holds(now);
    }

    Spells button() {
        return button;
    }
}
