package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.doorlight.protocol.simulation.Dice;

/**
 * What goes wrong in a year: boxes are off, the street falls into two parts, exchanges are missed, boxes do not know the time. Drawn once
 * for a seed, step by step.
 */
final class Weather {
    private final List<BitSet> off = new ArrayList<>();
    private final List<BitSet> missed = new ArrayList<>();
    private final List<BitSet> unsure = new ArrayList<>();
    private final List<Partition> partitions = new ArrayList<>();

    private record Partition(int from, int until, BitSet apart) {}

    private Weather() {}

    /** A year without any trouble. */
    static Weather fair(int households) {
        Weather weather = new Weather();
        for (int home = 0; home < households; home++) {
            weather.off.add(new BitSet());
            weather.missed.add(new BitSet());
            weather.unsure.add(new BitSet());
        }
        return weather;
    }

    /** The same, but no box misses an exchange for no reason, and all know what time it is. */
    Weather ofWholeNodes() {
        Weather calm = fair(off.size());
        for (int home = 0; home < off.size(); home++) {
            calm.off.set(home, off.get(home));
        }
        calm.partitions.addAll(partitions);
        return calm;
    }

    static Weather draw(int households, int days, Dice dice) {
        Weather weather = new Weather();
        int steps = days * Calendar.STEPS_A_DAY;
        for (int home = 0; home < households; home++) {
            weather.off.add(
                    spells(steps, Habits.BOX_OFF_EVERY_DAYS, () -> dice.pause(Habits.BOX_OFF_HOURS_MEAN), dice));
            weather.unsure.add(spells(steps, Habits.UNSURE_EVERY_DAYS, () -> dice.upTo(Habits.UNSURE_HOURS_MAX), dice));
            weather.missed.add(missed(steps, dice));
        }
        weather.drawPartitions(steps, households, dice);
        return weather;
    }

    /** How long one spell lasts, in hours. */
    private interface Hours {
        double draw();
    }

    private static BitSet spells(int steps, int everyDays, Hours hours, Dice dice) {
        BitSet spells = new BitSet(steps);
        int at = waitSteps(everyDays, dice);
        while (at < steps) {
            int length = steps(hours.draw());
            spells.set(at, Math.min(steps, at + length));
            at += length + waitSteps(everyDays, dice);
        }
        return spells;
    }

    private static BitSet missed(int steps, Dice dice) {
        BitSet bad = spells(steps, Habits.BAD_SPELL_EVERY_DAYS, () -> dice.upTo(Habits.BAD_SPELL_HOURS_MAX), dice);
        BitSet missed = new BitSet(steps);
        for (int step = 0; step < steps; step++) {
            missed.set(step, dice.chance(bad.get(step) ? Habits.BAD_SPELL_MISSED : Habits.EXCHANGE_MISSED));
        }
        return missed;
    }

    private void drawPartitions(int steps, int households, Dice dice) {
        int at = waitSteps(Habits.PARTITION_EVERY_DAYS, dice);
        while (at < steps) {
            int hours = (int) dice.between(Habits.PARTITION_HOURS_MIN, Habits.PARTITION_HOURS_MAX);
            BitSet apart = new BitSet(households);
            double ratio = dice.upTo(1);
            for (int home = 0; home < households; home++) {
                apart.set(home, dice.chance(ratio));
            }
            int length = steps(hours);
            partitions.add(new Partition(at, at + length, apart));
            at += length + waitSteps(Habits.PARTITION_EVERY_DAYS, dice);
        }
    }

    private static int waitSteps(int everyDays, Dice dice) {
        return 1 + (int) (dice.pause(everyDays) * Calendar.STEPS_A_DAY);
    }

    private static int steps(double hours) {
        return 1 + (int) (hours * Calendar.HOUR / Calendar.STEP);
    }

    boolean isOn(int home, int step) {
        return !off.get(home).get(step);
    }

    /** True if this box takes part in the exchange of that step. */
    boolean hears(int home, int step) {
        return isOn(home, step) && !missed.get(home).get(step);
    }

    boolean isUnsure(int home, int step) {
        return unsure.get(home).get(step);
    }

    /** In which of the two parts of the street a home lies; all in part 0 while it is whole. */
    int part(int home, int step) {
        for (Partition partition : partitions) {
            if (partition.from <= step && step < partition.until) {
                return partition.apart.get(home) ? 1 : 0;
            }
        }
        return 0;
    }
}
