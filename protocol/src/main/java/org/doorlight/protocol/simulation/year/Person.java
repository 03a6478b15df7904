package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.turns.Capacity;
import org.doorlight.protocol.care.turns.Room;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;

/**
 * One home, as it is: drawn once for a seed, the same for every policy.
 *
 * @param kinds what they do at all
 * @param spells when they have less than room, in time, none overlapping
 */
record Person(
        int number,
        MemberId member,
        int ceiling,
        double warmth,
        double looksADay,
        double boardChance,
        SortedSet<RequestKind> kinds,
        List<Spell> spells) {

    /** Some days with less room; away is known beforehand. */
    record Spell(long from, long until, Room room) {}

    static Person draw(int number, long seed, int days, Dice dice) {
        SortedSet<RequestKind> kinds = new TreeSet<>(List.of(RequestKind.values()));
        kinds.removeIf(kind -> dice.chance(Habits.KIND_UNWANTED));
        kinds.add(RequestKind.MEAL);
        double spread = Math.exp(Habits.BOARD_SPREAD * dice.normal());
        return new Person(
                number,
                MemberId.of(Digest.sha256(
                        ("home " + seed + " " + number).getBytes(java.nio.charset.StandardCharsets.US_ASCII))),
                dice.oneOf(Habits.CEILINGS),
                Habits.WARMTH_MIN + dice.upTo(Habits.WARMTH_MAX - Habits.WARMTH_MIN),
                Habits.LOOKS_MIN + dice.upTo(Habits.LOOKS_MAX - Habits.LOOKS_MIN),
                Math.min(Habits.BOARD_CHANCE_MAX, Habits.BOARD_CHANCE * spread),
                kinds,
                spells(days, dice));
    }

    private static List<Spell> spells(int days, Dice dice) {
        List<Spell> drawn = new ArrayList<>();
        draw(drawn, Habits.REST, Room.REST, days, dice);
        draw(drawn, Habits.AWAY, Room.AWAY, days, dice);
        draw(drawn, Habits.NOT_NOW, Room.NOT_NOW, days, dice);
        draw(drawn, Habits.A_LITTLE, Room.A_LITTLE, days, dice);
        drawn.sort(Comparator.comparingLong(Spell::from));
        List<Spell> apart = new ArrayList<>();
        long end = 0;
        for (Spell spell : drawn) {
            if (spell.from() >= end) {
                apart.add(spell);
                end = spell.until();
            }
        }
        return apart;
    }

    private static void draw(List<Spell> into, Habits.Spells habit, Room room, int days, Dice dice) {
        long at = Calendar.START + (long) (dice.pause(habit.everyDays()) * Calendar.DAY);
        while (at < Calendar.START + days * Calendar.DAY) {
            long length = dice.between(habit.shortestDays() * Calendar.DAY, habit.longestDays() * Calendar.DAY + 1);
            into.add(new Spell(at, at + length, room));
            at += length + (long) (dice.pause(habit.everyDays()) * Calendar.DAY);
        }
    }

    /** The same as a whole node knows them: its id, every kind, and rest that ends at a midnight, since people name a day. */
    Person ofWholeNode(MemberId known) {
        SortedSet<RequestKind> every = new TreeSet<>(List.of(RequestKind.values()));
        List<Spell> whole = spells.stream()
                .map(spell -> new Spell(spell.from(), Calendar.midnightAfter(spell.until()), spell.room()))
                .toList();
        return new Person(number, known, ceiling, warmth, looksADay, boardChance, every, whole);
    }

    /** The spell they are in; with room there is no end to it. */
    Spell spellAt(long at) {
        for (Spell spell : spells) {
            if (spell.from() <= at && at < spell.until()) {
                return spell;
            }
        }
        return new Spell(0, Capacity.OPEN_END, Room.ROOM);
    }

    /** How they feel at a moment. */
    Room roomAt(long at) {
        return spellAt(at).room();
    }

    /**
     * True if they say yes to a wish they are asked for: they are free then and at home, and of a mind to.
     *
     * @param mood 1 as ever; less if they are tired
     */
    boolean wants(Script script, Wish wish, double mood) {
        return !isAwayAt(wish.start())
                && script.dice(number, wish.number(), "free").chance(Habits.FREE)
                && script.dice(number, wish.number(), "wants").chance(warmth * mood);
    }

    /** When something comes in between a yes said now and the time itself; far away if nothing does. */
    long comesBetween(Script script, Wish wish, long now) {
        Dice dice = script.dice(number, wish.number(), "between");
        long at = dice.between(now, wish.start());
        if (dice.chance(Habits.COMES_BETWEEN)) {
            return at;
        }
        long lastDay = dice.between(Math.max(now, wish.start() - Calendar.DAY), wish.start());
        return dice.chance(Habits.COMES_LAST_DAY) ? lastDay : Long.MAX_VALUE;
    }

    /** True if they look at the page, or at the light on the box, in this step. */
    boolean looks(Script script, int step) {
        int hour = Calendar.hour(step);
        boolean awake = hour >= Habits.WAKES_HOUR && hour < Habits.SLEEPS_HOUR;
        double steps = (Habits.SLEEPS_HOUR - Habits.WAKES_HOUR) * (double) Calendar.HOUR / Calendar.STEP;
        return awake
                && !isAwayAt(Calendar.at(step))
                && script.dice(number, step, "looks").chance(looksADay / steps);
    }

    /** True if they are going to be away then, and know it. */
    boolean isAwayAt(long at) {
        return roomAt(at) == Room.AWAY;
    }
}
