package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.turns.FairTurn;
import org.doorlight.protocol.care.turns.OwnTurn;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A year with fair turns: sixty boxes, each deciding from what it holds and what only it knows. Nobody here knows everything but the
 * tally.
 */
final class FairStreet {
    private static final long PAIR_DAYS = 14 * Calendar.DAY;

    private final Script script;
    private final Weather weather;
    private final Travel travel;
    private final Tally tally;
    private final List<Household> homes = new ArrayList<>();
    private final List<List<Course>> coursesOf = new ArrayList<>();
    private final List<Course> open = new ArrayList<>();
    private final StreetView.Shelf shelf = new StreetView.Shelf();
    private final Saturated saturated;
    private int nextWish;
    private int step;
    private long now;

    FairStreet(Script script) {
        this.script = script;
        this.weather = script.weather();
        this.travel = new Travel(weather, script.people().size());
        this.tally = new Tally(script.people());
        this.saturated = new Saturated(travel, weather, homes, tally);
        for (Person person : script.people()) {
            homes.add(new Household(person, script.dice(person.number(), 0, "noise")));
            coursesOf.add(new ArrayList<>());
        }
    }

    YearOutcome play() {
        for (step = 0; step < script.days() * Calendar.STEPS_A_DAY; step++) {
            now = Calendar.at(step);
            travel.exchange(step);
            takeUp();
            for (int home = 0; home < homes.size(); home++) {
                if (weather.isOn(home, step)) {
                    new Turn(home).play();
                }
            }
            open.removeIf(this::isOver);
            saturated.look(step);
        }
        return tally.outcome(YearPolicy.FAIR_TURN, script.seed());
    }

    private void takeUp() {
        while (nextWish < script.wishes().size()
                && script.wishes().get(nextWish).askedAt() <= now) {
            Wish wish = script.wishes().get(nextWish++);
            Course course = new Course(wish, script.people().get(wish.requester()));
            open.add(course);
            coursesOf.get(course.wish().requester()).add(course);
        }
    }

    private FairTurn.Opening opening(Course course, long openedAt) {
        Wish wish = course.wish();
        SortedSet<MemberId> near =
                new TreeSet<>(List.of(homes.get(wish.requester()).person.member()));
        return new FairTurn.Opening(wish.request(), wish.slot().id(), wish.kind(), near, wish.cutOff() - openedAt);
    }

    // ---- one box, one step

    private final class Turn {
        private final int home;
        private final Household household;
        private final Person person;
        private final boolean looks;
        private @Nullable StreetView view;

        Turn(int home) {
            this.home = home;
            this.household = homes.get(home);
            this.person = household.person;
            this.looks = person.looks(script, step);
        }

        void play() {
            tellRoom();
            tellWhatCameBetween();
            ask();
            if (looks) {
                answer();
            }
            show();
            publish();
        }

        // ---- saying what is so

        private void tellRoom() {
            Person.Spell spell = person.spellAt(now);
            if (household.room(now) == spell.room()) {
                return;
            }
            household.say(spell.room(), spell.until());
            if (!spell.room().isAsked()) {
                List.copyOf(household.ledger()).stream()
                        .filter(entry -> entry.course().wish().start() > now
                                && entry.course().wish().start() < spell.until())
                        .forEach(entry -> handBack(entry.yes()));
            }
        }

        private void tellWhatCameBetween() {
            household.forget(now);
            for (Household.Entry entry : List.copyOf(household.ledger())) {
                boolean ahead = entry.course().wish().start() > now;
                if (ahead && entry.yes().comesBetweenAt() <= now) {
                    handBack(entry.yes());
                } else if (ahead && !entry.course().isAskedFor(home, travel)) {
                    household.drop(entry.yes());
                }
            }
        }

        private void handBack(Yes yes) {
            yes.handBack(travel.write(home), now);
            household.drop(yes);
        }

        private void publish() {
            if ((step + home) % 4 == 0 && !weather.isUnsure(home, step) && household.hasNews(now)) {
                household.publish(travel.write(home), now);
            }
        }

        // ---- as the one who asks

        private void ask() {
            for (Course course : coursesOf.get(home)) {
                if (course.wish().start() <= now) {
                    continue;
                }
                if (!course.isPosted()) {
                    course.post(travel.write(home), now);
                }
                if (course.wish().takenBackAt() <= now && !course.isTakenBack()) {
                    course.takeBack(travel.write(home));
                }
                if (!course.yeses().isEmpty()) {
                    accept(course);
                }
            }
        }

        /** Her box accepts what happens on a doorstep; for the rest she chooses, and takes who comes first in the queue. */
        private void accept(Course course) {
            List<Commitment> chosen = List.of();
            if (!course.wish().isChosen()) {
                chosen = course.due(travel, now);
            } else if (looks && !course.isTakenBack()) {
                SlotStanding slot = course.slot(home, travel);
                chosen = slot.holders().stream()
                        .filter(yes -> !slot.isAsked(yes))
                        .toList();
            }
            for (Commitment commitment : chosen) {
                course.yes(commitment.id())
                        .filter(yes -> !yes.isAccepted())
                        .ifPresent(yes -> yes.accept(travel.write(home), now));
            }
        }

        // ---- as one who is asked

        private void show() {
            boolean unsure = weather.isUnsure(home, step);
            for (Course course : open) {
                if (mayBeShown(course) && isTheirTurn(course, unsure)) {
                    course.shown().set(home);
                    tally.lit(person, now);
                }
            }
        }

        private boolean isTheirTurn(Course course, boolean unsure) {
            long openedAt = course.openedAt(home, travel);
            FairTurn.Opening opening = opening(course, openedAt);
            List<MemberId> order = view().order(course, opening);
            return FairTurn.isAsked(opening, order, person.member(), unsure ? 0 : now - openedAt)
                    && OwnTurn.mayBeAsked(household.own(), wish(course), now);
        }

        private StreetView view() {
            if (view == null) {
                view = shelf.view(home, travel, homes);
            }
            return view;
        }

        private boolean mayBeShown(Course course) {
            return !course.shown().get(home) && isStillWanted(course) && !course.hasYesOf(home);
        }

        private boolean isStillWanted(Course course) {
            return course.wish().requester() != home
                    && course.asksUntil(home, travel) > now
                    && course.isAskedFor(home, travel)
                    && !course.isCovered(home, travel);
        }

        private OwnTurn.Wish wish(Course course) {
            int all = 0;
            for (Course other : coursesOf.get(course.wish().requester())) {
                all += isNear(course, other) && other.isAskedFor(home, travel) ? 1 : 0;
            }
            int own = (int) household.ledger().stream()
                    .filter(entry ->
                            entry.course().wish().requester() == course.wish().requester()
                                    && isNear(course, entry.course()))
                    .count();
            return new OwnTurn.Wish(course.wish().start(), course.wish().effort(), own, all, false);
        }

        private boolean isNear(Course course, Course other) {
            return Math.abs(course.wish().start() - other.wish().start()) < PAIR_DAYS;
        }

        private void answer() {
            int week = step / Calendar.STEPS_A_WEEK;
            if (household.isNewWeek(week) && script.dice(home, week, "guard").chance(Habits.DECLINES_GUARD)) {
                household.declineGuard(now);
            }
            for (Course course : open) {
                course.liveYesOf(home).ifPresent(yes -> answerAsSpare(course, yes));
                if (course.shown().get(home)
                        && !course.declined().get(home)
                        && !course.hasYesOf(home)
                        && isStillWanted(course)) {
                    answer(course);
                }
            }
        }

        private void answer(Course course) {
            if (!OwnTurn.mayBeAsked(household.own(), wish(course), now)) {
                return;
            }
            if (!course.read().get(home)) {
                course.read().set(home);
                tally.invited(person, now);
            }
            if (script.dice(home, course.wish().number() * Calendar.STEPS_A_DAY + step, "later")
                    .chance(Habits.LATER)) {
                return;
            }
            if (!person.wants(script, course.wish(), 1)) {
                course.declined().set(home);
                return;
            }
            tally.saidYes();
            Yes yes = new Yes(
                    course,
                    new Yes.Helping(person, household.bucket(), now),
                    travel.write(home),
                    course.slot(home, travel).vacanciesFor(person.member()),
                    person.comesBetween(script, course.wish(), now));
            course.yeses().add(yes);
            household.take(new Household.Entry(course, yes));
            boolean above = household.own().load().heaviest(course.wish().start()) > person.ceiling();
            tally.saidAboveCeiling += above ? 1 : 0;
        }

        private void answerAsSpare(Course course, Yes yes) {
            SlotStanding slot = course.slot(home, travel);
            boolean asked = slot.live().stream().anyMatch(live -> live.id().equals(yes.id()) && slot.isAsked(live));
            if (asked && script.dice(home, course.wish().number(), "still").chance(Habits.STILL_HAS_ROOM)) {
                yes.sayStill(travel.write(home), slot.vacanciesFor(person.member()));
            } else if (asked) {
                handBack(yes);
            }
        }
    }

    // ---- when the time has come

    private boolean isOver(Course course) {
        Wish wish = course.wish();
        if (now >= wish.start() - Calendar.DAY && now < wish.start() - Calendar.DAY + Calendar.STEP) {
            course.lookADayBefore();
        }
        if (now < wish.start()) {
            return false;
        }
        if (!wish.isTakenBack()) {
            SortedSet<Integer> came = came(course);
            tally.ended(wish, came, course.wasCoveredADayBefore());
            saturated.ended(course);
        }
        return true;
    }

    /** Who comes: those who are confirmed as far as they know; and who holds it unconfirmed rings first. */
    private SortedSet<Integer> came(Course course) {
        SortedSet<Integer> came = new TreeSet<>();
        List<Yes> unconfirmed = new ArrayList<>();
        for (Yes yes : course.yeses()) {
            SlotStanding slot = course.slot(yes.home(), travel);
            if (yes.isHandedBack()) {
                continue;
            }
            boolean accepted = yes.isAcceptedFor(yes.home(), course.wish().requester(), travel);
            boolean confirmed = slot.confirmed().stream().anyMatch(is(yes));
            tally.displaced += accepted && !confirmed && !course.isTakenBack() ? 1 : 0;
            if (confirmed) {
                came.add(yes.home());
            } else if (slot.holders().stream().anyMatch(is(yes))) {
                unconfirmed.add(yes);
            }
        }
        for (Yes yes : unconfirmed) {
            boolean reached =
                    script.dice(yes.home(), course.wish().number(), "rings").chance(Habits.REACHED);
            if (reached && came.size() < course.wish().need()) {
                came.add(yes.home());
            }
        }
        boolean allHadMet = came.stream()
                .allMatch(home -> travel.haveMetLately(home, course.wish().requester()));
        tally.doubleDeliveries += came.size() > course.wish().need() && allHadMet ? 1 : 0;
        course.yeses().stream()
                .filter(yes -> !came.contains(yes.home()))
                .forEach(yes -> homes.get(yes.home()).drop(yes));
        return came;
    }

    private static Predicate<Commitment> is(Yes yes) {
        return commitment -> commitment.id().equals(yes.id());
    }
}
