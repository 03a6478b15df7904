package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.doorlight.protocol.simulation.Dice;
import org.jspecify.annotations.Nullable;

/** Times during which something is so, in order, none running into the next. */
final class Spells {
    private static final double YEAR = Duration.ofDays(365).toMillis();
    private static final int LOTS = 1_000_000;

    /**
     * From one moment to before another, in milliseconds since 1970.
     *
     * @param lot a number drawn with it, for whatever else is left to chance
     */
    record Spell(long from, long until, int lot) {
        boolean holds(long now) {
            return from <= now && now < until;
        }
    }

    /** How long a spell lasts, in milliseconds. */
    interface Length {
        long draw(Dice dice);

        static Length mean(Duration mean) {
            return dice -> (long) dice.pause((double) mean.toMillis());
        }

        static Length between(Duration least, Duration most) {
            return dice -> dice.between(least.toMillis(), most.toMillis());
        }
    }

    /** A time that spells are drawn for. */
    record Stretch(long from, long until) {}

    private final List<Spell> all = new ArrayList<>();

    private Spells() {}

    /** Spells that touch become one. */
    static Spells of(Collection<Spell> some) {
        Spells spells = new Spells();
        some.stream().sorted(Comparator.comparingLong(Spell::from)).forEach(spells::append);
        return spells;
    }

    private void append(Spell spell) {
        Spell last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || last.until() < spell.from()) {
            all.add(spell);
        } else if (last.until() < spell.until()) {
            all.set(all.size() - 1, new Spell(last.from(), spell.until(), last.lot()));
        }
    }

    /** Spells that come by chance, so many a year on average. */
    static Spells draw(Dice dice, double aYear, Length length, Stretch stretch) {
        List<Spell> drawn = new ArrayList<>();
        double mean = YEAR / aYear;
        long at = stretch.from() + (long) dice.pause(mean);
        while (at < stretch.until()) {
            Spell spell = new Spell(at, at + 1 + length.draw(dice), dice.below(LOTS));
            drawn.add(spell);
            at = spell.until() + (long) dice.pause(mean);
        }
        return of(drawn);
    }

    List<Spell> all() {
        return List.copyOf(all);
    }

    /** The spell that holds now; null if none does. */
    @Nullable
    Spell at(long now) {
        Spell last = lastBegun(now);
        return last != null && last.holds(now) ? last : null;
    }

    boolean holds(long now) {
        return at(now) != null;
    }

    /** The last spell that began after one moment and not after another; null if none did. */
    @Nullable
    Spell begunBetween(long after, long upTo) {
        Spell last = lastBegun(upTo);
        return last != null && last.from() > after ? last : null;
    }

    /** Whether any of it lies between two moments. */
    boolean touches(long from, long until) {
        Spell last = lastBegun(until - 1);
        return last != null && last.until() > from;
    }

    @Nullable
    Spell lastBegun(long now) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).from() <= now) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : all.get(low - 1);
    }
}
