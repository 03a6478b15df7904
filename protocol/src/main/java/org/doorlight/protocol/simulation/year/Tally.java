package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.turns.Bucket;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.care.turns.Load;
import org.doorlight.protocol.id.CommitmentId;

/** Counts what happened in a year, and says what it comes to. */
final class Tally {
    private static final int TENTH = 10;

    private final List<Person> people;
    private final List<List<Carried>> carried = new ArrayList<>();
    private int slots;
    private int filled;
    private int lateHoles;
    private int yeses;
    private int invitations;
    private int lit;
    private int invitedResting;
    int displaced;
    int doubleDeliveries;
    /** Yeses that went above a ceiling when they were said, spares counted like holders. */
    int saidAboveCeiling;

    double saturatedAfterHours = Double.NaN;

    Tally(List<Person> people) {
        this.people = people;
        people.forEach(person -> carried.add(new ArrayList<>()));
    }

    void invited(Person person, long at) {
        invitations++;
        invitedResting += person.roomAt(at).isAsked() ? 0 : 1;
    }

    /** A box shows an invitation, whether anybody looks or not. */
    void lit(Person person, long at) {
        lit++;
        invitedResting += person.roomAt(at).isAsked() ? 0 : 1;
    }

    void saidYes() {
        yeses++;
    }

    /** A wish whose time has come, and who came. */
    void ended(Wish wish, SortedSet<Integer> came, boolean coveredADayBefore) {
        slots++;
        boolean full = came.size() >= wish.need();
        filled += full ? 1 : 0;
        lateHoles += coveredADayBefore && !full ? 1 : 0;
        for (int home : came) {
            carried.get(home)
                    .add(new Carried(
                            CommitmentId.of(wish.slot().id().toBytes()),
                            people.get(wish.requester()).member(),
                            wish.start(),
                            wish.end(),
                            wish.effort(),
                            wish.askedAt(),
                            true));
        }
    }

    YearOutcome outcome(YearPolicy policy, long seed) {
        double[] raw = new double[people.size()];
        double[] relative = new double[people.size()];
        int above = saidAboveCeiling;
        int run = 0;
        for (int home = 0; home < raw.length; home++) {
            List<Carried> own = carried.get(home);
            int ceiling = people.get(home).ceiling();
            raw[home] = own.stream().mapToInt(Carried::effort).sum();
            relative[home] = raw[home] / ceiling;
            Load load = new Load(own);
            above += (int)
                    own.stream().filter(one -> load.from(one.start()) > ceiling).count();
            run = Math.max(run, longestRun(own));
        }
        return new YearOutcome(
                policy,
                seed,
                slots,
                share(filled, slots),
                gini(relative),
                gini(raw),
                biggest(raw, 1),
                biggest(raw, Math.max(1, raw.length / TENTH)),
                above,
                run,
                share(invitations, yeses),
                share(lateHoles, slots),
                displaced,
                doubleDeliveries,
                invitedResting,
                share(lit, yeses),
                saturatedAfterHours);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private static int longestRun(List<Carried> own) {
        SortedSet<Long> weeks = new TreeSet<>();
        own.forEach(one -> weeks.add(Bucket.week(one.start(), Calendar.ZONE)));
        int longest = 0;
        int run = 0;
        long before = Long.MIN_VALUE;
        for (long week : weeks) {
            run = week == before + 1 ? run + 1 : 1;
            longest = Math.max(longest, run);
            before = week;
        }
        return longest;
    }

    /** Gini coefficient: 0 if all are equal, near 1 if one has everything. */
    static double gini(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double sum = 0;
        double weighted = 0;
        for (int index = 0; index < sorted.length; index++) {
            sum += sorted[index];
            weighted += (2.0 * (index + 1) - sorted.length - 1) * sorted[index];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }

    private static double biggest(double[] values, int count) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double top = 0;
        for (int index = Math.max(0, sorted.length - count); index < sorted.length; index++) {
            top += sorted[index];
        }
        return share(top, Arrays.stream(values).sum());
    }
}
