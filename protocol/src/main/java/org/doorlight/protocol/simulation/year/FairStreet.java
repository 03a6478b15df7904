package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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
    private final Beside beside;
    private final Endings endings;
    private int nextWish;
    private int step;
    private long now;

    FairStreet(Script script) {
        this(script, Beside.NOBODY);
    }

    FairStreet(Script script, Beside beside) {
        this.beside = beside;
        this.script = script;
        this.weather = script.weather();
        this.travel = new Travel(weather, script.people().size());
        this.tally = new Tally(script.people());
        this.saturated = new Saturated(travel, weather, homes, tally);
        this.endings = new Endings(script, travel, beside, homes, tally);
        for (Person person : script.people()) {
            homes.add(new Household(person, script.dice(person.number(), 0, "noise")));
            coursesOf.add(new ArrayList<>());
        }
    }

    YearOutcome play() {
        for (int next = 0; next < script.days() * Calendar.STEPS_A_DAY; next++) {
            exchange(next);
            act();
        }
        return outcome();
    }

    YearOutcome outcome() {
        return tally.outcome(YearPolicy.FAIR_TURN, script.seed());
    }

    /** A half hour begins: boxes tell each other what they hold. */
    void exchange(int next) {
        step = next;
        now = Calendar.at(step);
        if (beside.actsAtOnce()) {
            dutiesAtOnce();
        }
        travel.exchange(step);
        while (beside.actsAtOnce() && dutiesAtOnce()) {
            travel.exchange(step);
        }
    }

    private boolean dutiesAtOnce() {
        boolean news = false;
        for (int home = 0; home < homes.size(); home++) {
            news |= weather.isOn(home, step) && new Turn(home).dutiesAtOnce();
        }
        return news;
    }

    /** People and boxes do what they do in that half hour. */
    void act() {
        takeUp();
        for (int home = 0; home < homes.size(); home++) {
            if (weather.isOn(home, step)) {
                new Turn(home).play();
            }
        }
        open.removeIf(this::isOver);
        saturated.look(step);
    }

    private boolean isOver(Course course) {
        boolean over = endings.isOver(course, now);
        if (over && !course.wish().isTakenBack()) {
            saturated.ended(course);
        }
        return over;
    }

    // ---- what a box would answer

    /** The wishes whose time has not come. */
    List<Course> open() {
        return open;
    }

    Travel travel() {
        return travel;
    }

    /** True if this home's box shows an invitation to it now. */
    boolean invites(int home, Course course) {
        return new Turn(home).invites(course);
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
            beside.saysRoom(person, spell);
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
                    beside.handsBack(entry.yes());
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

        /** What a whole node does as soon as it hears of something. True if it has told anybody anything. */
        boolean dutiesAtOnce() {
            int before = travel.count(home, home);
            List.copyOf(household.ledger()).stream()
                    .filter(entry -> entry.course().wish().start() > now
                            && !entry.course().isAskedFor(home, travel))
                    .forEach(entry -> household.drop(entry.yes()));
            coursesOf.get(home).stream()
                    .filter(course -> course.wish().start() > now
                            && course.isPosted()
                            && !course.wish().isChosen())
                    .forEach(this::accept);
            publish();
            return travel.count(home, home) != before;
        }

        boolean invites(Course course) {
            return isStillWanted(course)
                    && course.openedAt(home, travel) <= now
                    && !course.hasYesOf(home)
                    && !course.declined().get(home)
                    && isTheirTurn(course, false);
        }

        private void publish() {
            boolean due = beside.actsAtOnce() || (step + home) % 4 == 0;
            if (due && !weather.isUnsure(home, step) && household.hasNews(now)) {
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
                    course.post(beside.posts(course.wish()), travel.write(home), now);
                }
                if (course.wish().takenBackAt() <= now && !course.isTakenBack()) {
                    course.takeBack(travel.write(home));
                    beside.takesBack(course.wish());
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
                List<Commitment> due = course.due(travel, now);
                chosen = due.isEmpty() ? due : beside.accepts(course.wish(), due, course.slot(home, travel));
            } else if (looks && !course.isTakenBack()) {
                SlotStanding slot = course.slot(home, travel);
                chosen = slot.holders().stream()
                        .filter(yes -> !slot.isAsked(yes))
                        .toList();
            }
            for (Commitment commitment : chosen) {
                course.yes(commitment.id()).filter(yes -> !yes.isAccepted()).ifPresent(yes -> accept(course, yes));
            }
        }

        private void accept(Course course, Yes yes) {
            if (course.wish().isChosen()) {
                beside.chooses(course.wish(), yes);
            }
            yes.accept(travel.write(home), now);
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
                beside.declinesGuard(person);
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
                beside.declines(course.wish(), person);
                return;
            }
            tally.saidYes();
            Yes yes = new Yes(
                    new Yes.Helping(person, household.bucket(), now, beside.offers(course.wish(), person, now)),
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
                beside.saysStill(course.wish(), yes);
                yes.sayStill(travel.write(home), slot.vacanciesFor(person.member()));
            } else if (asked) {
                beside.handsBack(yes);
                handBack(yes);
            }
        }
    }
}
