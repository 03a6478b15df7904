package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.hello.Consents;
import org.doorlight.protocol.hello.DailyWindow;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.KnockingHours;
import org.doorlight.protocol.hello.Schedule;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.quiet.Spells.Length;
import org.doorlight.protocol.simulation.quiet.Spells.Spell;
import org.doorlight.protocol.simulation.quiet.Spells.Stretch;
import org.jspecify.annotations.Nullable;

/** The street of one seed: who lives there and what will happen to them. Drawn anew, the same, for each detector. */
final class QuietStreet {
    /** A zone whose clocks change twice a year. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final long BEGIN = Instant.parse("2026-12-31T23:00:00Z").toEpochMilli();
    static final long STEP = Duration.ofMinutes(15).toMillis();
    static final int NUDGES = 3;

    /** Not heard by anybody in this step. */
    static final int NOWHERE = -1;

    private final List<Person> people = new ArrayList<>();
    private final List<Machine> machines = new ArrayList<>();
    private final List<byte[]> secrets = new ArrayList<>();
    private final Spells splits;
    private final Stretch year;
    private final Dice weather;
    private final Dice chance;
    private @Nullable Spell split;
    private boolean[] apart = new boolean[0];

    QuietStreet(long seed, int days) {
        year = new Stretch(BEGIN, BEGIN + Duration.ofDays(days).toMillis());
        Dice dice = new Dice(seed);
        SeededEntropy names = new SeededEntropy(seed);
        List<MemberId> ids = new ArrayList<>();
        for (int home = 0; home < QuietHabits.ENROLLED; home++) {
            ids.add(MemberId.of(names.bytes(32)));
        }
        List<Spell> dark = Spells.draw(
                        dice.another(), QuietHabits.POWER_CUTS, Length.mean(QuietHabits.POWER_CUT_MEAN), year)
                .all();
        Length apartFor = Length.between(QuietHabits.SPLIT_LEAST, QuietHabits.SPLIT_MOST);
        splits = Spells.draw(dice.another(), QuietHabits.SPLITS, apartFor, year);
        for (int home = 0; home < ids.size(); home++) {
            secrets.add(names.bytes(32));
            HelloPlan plan = plan(ids, home, DeviceId.of(names.bytes(16)));
            people.add(new Person(ids.get(home), plan, dice.another(), year));
            machines.add(new Machine(home, dark, dice.another(), year));
        }
        weather = dice.another();
        chance = dice.another();
    }

    private static HelloPlan plan(List<MemberId> ids, int home, DeviceId box) {
        List<MemberId> buddies = new ArrayList<>();
        for (int next = 0; next < QuietHabits.BUDDIES; next++) {
            buddies.add(ids.get((home + 1 + next) % ids.size()));
        }
        List<DailyWindow> windows = List.of(DailyWindow.of(QuietHabits.OPENS, QuietHabits.CLOSES));
        Schedule schedule = new Schedule(ZONE, windows, QuietHabits.GRACE);
        return new HelloPlan(schedule, box, buddies, KnockingHours.USUAL, Consents.USUAL, LocalDate.of(2099, 1, 1));
    }

    // ---- who lives there

    int homes() {
        return people.size();
    }

    Person person(int home) {
        return people.get(home);
    }

    List<Person> people() {
        return people;
    }

    Machine machine(int home) {
        return machines.get(home);
    }

    /** The device a buddy writes with. */
    static DeviceId device(MemberId member) {
        return DeviceId.of(Arrays.copyOf(member.toBytes(), 16));
    }

    /** What a box draws its moments from. */
    byte[] secret(int home) {
        return secrets.get(home);
    }

    /** The home that looks in on another as its so-manieth buddy. */
    int buddy(int home, int number) {
        return (home + 1 + number) % people.size();
    }

    long end() {
        return year.until();
    }

    double personYears() {
        return people.size()
                * (year.until() - year.from())
                / (double) Duration.ofDays(365).toMillis();
    }

    /** Dice for what people happen to do about each other. */
    Dice chance() {
        return chance;
    }

    // ---- the network

    /** In which part of the street each home is heard in this step. To be called once for each step, in order. */
    int[] parts(boolean[] on, long now) {
        boolean[] other = apart(now);
        int[] parts = new int[people.size()];
        Arrays.fill(parts, NOWHERE);
        for (int home = 0; home < parts.length; home++) {
            Machine machine = machines.get(home);
            double misses = machine.rough().holds(now) ? QuietHabits.ROUGH_MISSED : QuietHabits.EXCHANGE_MISSED;
            boolean missed = weather.chance(misses);
            if (on[home] && !missed && !machine.cutOff().holds(now)) {
                parts[home] = other.length > 0 && other[home] ? 1 : 0;
            }
        }
        return parts;
    }

    /** Who is on the other side of a split, in any proportion; empty while the street is whole. */
    private boolean[] apart(long now) {
        Spell holds = splits.at(now);
        if (holds == null) {
            return new boolean[0];
        }
        if (!holds.equals(split)) {
            split = holds;
            apart = new boolean[people.size()];
            Dice dice = new Dice(holds.lot());
            double ratio = dice.upTo(1);
            for (int home = 0; home < apart.length; home++) {
                apart[home] = dice.chance(ratio);
            }
        }
        return apart;
    }

    // ---- the time of day

    static int hour(long now) {
        return Instant.ofEpochMilli(now).atZone(ZONE).getHour();
    }

    /** That hour of the day a moment lies in. */
    static long atHour(long now, long hour) {
        return Instant.ofEpochMilli(now)
                .atZone(ZONE)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(hour)
                .toInstant()
                .toEpochMilli();
    }

    static boolean awake(long now) {
        int hour = hour(now);
        return hour >= QuietHabits.WAKES_HOUR && hour < QuietHabits.SLEEPS_HOUR;
    }
}
