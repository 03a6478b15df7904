package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Window;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.quiet.Spells.Length;
import org.doorlight.protocol.simulation.quiet.Spells.Stretch;
import org.jspecify.annotations.Nullable;

/** One person with a plan: what they do in a year, drawn beforehand, so that every detector meets the same person. */
final class Person {
    /** The last weeks of a year are free of falls, so that each has time to be shown. */
    private static final Duration SETTLES = Duration.ofDays(21);

    private static final long HOUR = Duration.ofHours(1).toMillis();

    /** People leave by day. */
    private static final int LEAVES_HOUR_FIRST = 8;

    private static final int LEAVES_HOUR_BOUND = 20;

    private final MemberId id;
    private final HelloPlan plan;
    private final NavigableMap<Long, Morning> mornings = new TreeMap<>();
    private final List<Trip> trips = new ArrayList<>();
    private final List<Fall> falls = new ArrayList<>();
    private int nextTrip;

    Person(MemberId id, HelloPlan plan, Dice dice, Stretch year) {
        this.id = id;
        this.plan = plan;
        drawTrips(dice.another(), year);
        drawMornings(dice.another(), year);
        drawFalls(dice.another(), year);
    }

    // ---- drawn beforehand

    private void drawTrips(Dice dice, Stretch year) {
        List<Trip> all = new ArrayList<>();
        Length holiday = Length.between(QuietHabits.HOLIDAY_LEAST, QuietHabits.HOLIDAY_MOST);
        Spells.draw(dice, QuietHabits.HOLIDAYS, holiday, year)
                .all()
                .forEach(spell -> all.add(trip(dice, spell, QuietHabits.SAYS_HOLIDAY)));
        Length trip = Length.between(QuietHabits.TRIP_LEAST, QuietHabits.TRIP_MOST);
        Spells.draw(dice, QuietHabits.TRIPS, trip, year)
                .all()
                .forEach(spell -> all.add(trip(dice, spell, QuietHabits.SAYS_TRIP)));
        all.sort(Comparator.comparingLong(Trip::from));
        for (Trip one : all) {
            if (trips.isEmpty() || trips.get(trips.size() - 1).until() + HOUR < one.from()) {
                trips.add(one);
            }
        }
    }

    private static Trip trip(Dice dice, Spells.Spell spell, double says) {
        boolean told = dice.chance(says);
        long from = QuietStreet.atHour(spell.from(), dice.between(LEAVES_HOUR_FIRST, LEAVES_HOUR_BOUND));
        long other = dice.between(HOUR, QuietHabits.OTHER_THAN_SAID_MOST.toMillis());
        long back = spell.until();
        if (dice.chance(QuietHabits.LATER_THAN_SAID)) {
            back += other;
        } else if (dice.chance(QuietHabits.EARLIER_THAN_SAID)) {
            back = Math.max(from + HOUR, back - other);
        }
        return new Trip(from, Math.max(from + HOUR, back), told, spell.until());
    }

    private void drawMornings(Dice dice, Stretch year) {
        Length stay = Length.between(QuietHabits.GUESTS_LEAST, QuietHabits.GUESTS_MOST);
        Spells guests = Spells.draw(dice, QuietHabits.GUESTS, stay, year);
        for (Window window : plan.schedule().dueBetween(year.from(), year.until(), Heat.NONE)) {
            mornings.put(window.opens(), morning(dice, window, guests.holds(window.opens())));
        }
    }

    private static Morning morning(Dice dice, Window window, boolean guests) {
        boolean out = dice.chance(QuietHabits.OUT_EARLY);
        double forgets = guests ? QuietHabits.FORGETS_WITH_GUESTS : QuietHabits.FORGETS;
        boolean touches = dice.chance(out ? QuietHabits.TOUCHES_BEFORE_GOING : 1 - forgets);
        long leaves = dice.between(window.opens() + 2 * QuietStreet.STEP, window.closes());
        long touchAt = dice.between(window.opens(), (out ? leaves : window.closes()) - QuietStreet.STEP);
        long outFor = dice.between(QuietHabits.OUT_LEAST.toMillis(), QuietHabits.OUT_MOST.toMillis());
        List<Boolean> follows = new ArrayList<>();
        for (int nudge = 0; nudge < QuietStreet.NUDGES; nudge++) {
            follows.add(dice.chance(QuietHabits.FOLLOWS_A_NUDGE));
        }
        return new Morning(
                window,
                touches ? touchAt : Morning.NEVER,
                follows,
                out ? leaves : Morning.NEVER,
                out ? leaves + outFor : Morning.NEVER,
                dice.chance(QuietHabits.TOUCHES_ON_RETURN),
                dice.chance(QuietHabits.TELEPHONE_OFF),
                dice.chance(QuietHabits.TELEPHONE_LEFT));
    }

    private void drawFalls(Dice dice, Stretch year) {
        Stretch most = new Stretch(year.from(), year.until() - SETTLES.toMillis());
        Spells.draw(dice, QuietHabits.TRULY_QUIET, length -> 0, most).all().stream()
                .map(Spells.Spell::from)
                .filter(this::atHome)
                .forEach(at -> falls.add(new Fall(at)));
    }

    // ---- as the year goes by

    MemberId id() {
        return id;
    }

    HelloPlan plan() {
        return plan;
    }

    List<Fall> falls() {
        return falls;
    }

    /** The morning of the latest window that has opened; empty before the first. */
    Optional<Morning> morning(long now) {
        return Optional.ofNullable(mornings.floorEntry(now)).map(entry -> entry.getValue());
    }

    /** The fall that somebody lies there from; null if they are well. */
    @Nullable
    Fall lying(long now) {
        for (Fall fall : falls) {
            if (fall.lasts(now)) {
                return fall;
            }
        }
        return null;
    }

    boolean well(long now) {
        return lying(now) == null;
    }

    boolean inHospital(long now) {
        return falls.stream().anyMatch(fall -> fall.recovers(now));
    }

    /** The time away that holds now; null at home. Who lies there goes nowhere. */
    @Nullable
    Trip trip(long now) {
        while (nextTrip < trips.size() && trips.get(nextTrip).until() <= now) {
            nextTrip++;
        }
        for (int number = Math.max(0, nextTrip - 1); number < trips.size(); number++) {
            Trip trip = trips.get(number);
            if (trip.from() <= now && now < trip.until()) {
                return well(now) ? trip : null;
            }
            if (trip.from() > now) {
                return null;
            }
        }
        return null;
    }

    /** The time away that begins within the hour; null if none does. */
    @Nullable
    Trip leavingSoon(long now) {
        for (int number = nextTrip; number < trips.size() && trips.get(number).from() <= now + HOUR; number++) {
            if (trips.get(number).from() > now) {
                return trips.get(number);
            }
        }
        return null;
    }

    boolean elsewhere(long now) {
        return trip(now) != null || inHospital(now);
    }

    boolean atHome(long now) {
        return !elsewhere(now) && morning(now).filter(one -> one.out(now)).isEmpty();
    }

    /** Well, at home and awake: can touch, answer and open. */
    boolean upAndAbout(long now) {
        return well(now) && atHome(now) && QuietStreet.awake(now);
    }

    /** Out or away at any time between two moments, looked at every quarter of an hour. */
    boolean wasElsewhere(long from, long until) {
        for (Trip trip : trips) {
            if (trip.from() < until && trip.until() > from) {
                return true;
            }
        }
        for (long at = from; at < until; at += QuietStreet.STEP) {
            long then = at;
            if (morning(then).filter(one -> one.out(then)).isPresent() || inHospital(then)) {
                return true;
            }
        }
        return false;
    }
}
