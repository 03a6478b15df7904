package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.SlotStanding;

/** What happens when the time of a wish has come: who is there, and what it counts for. */
final class Endings {
    private final Script script;
    private final Travel travel;
    private final Beside beside;
    private final List<Household> homes;
    private final Tally tally;

    Endings(Script script, Travel travel, Beside beside, List<Household> homes, Tally tally) {
        this.script = script;
        this.travel = travel;
        this.beside = beside;
        this.homes = homes;
        this.tally = tally;
    }

    /** True once the time has come; then, unless it was taken back, it has been counted. */
    boolean isOver(Course course, long now) {
        Wish wish = course.wish();
        if (now >= wish.start() - Calendar.DAY && now < wish.start() - Calendar.DAY + Calendar.STEP) {
            course.lookADayBefore();
        }
        if (now < wish.start()) {
            return false;
        }
        if (wish.isTakenBack()) {
            // Whoever has not heard of it comes for nothing.
            live(course).stream()
                    .filter(yes -> course.isAskedFor(yes.home(), travel))
                    .forEach(yes -> beside.ended(yes, true));
        } else {
            tally.ended(wish, came(course), course.wasCoveredADayBefore());
        }
        return true;
    }

    /** Who comes: those who are confirmed as far as they know; and who holds it unconfirmed rings first. */
    private SortedSet<Integer> came(Course course) {
        SortedSet<Integer> came = new TreeSet<>();
        List<Yes> unconfirmed = new ArrayList<>();
        for (Yes yes : live(course)) {
            SlotStanding slot = course.slot(yes.home(), travel);
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
        live(course).forEach(yes -> beside.ended(yes, came.contains(yes.home())));
        course.yeses().stream()
                .filter(yes -> !came.contains(yes.home()))
                .forEach(yes -> homes.get(yes.home()).drop(yes));
        return came;
    }

    private static List<Yes> live(Course course) {
        return course.yeses().stream().filter(yes -> !yes.isHandedBack()).toList();
    }

    private static Predicate<Commitment> is(Yes yes) {
        return commitment -> commitment.id().equals(yes.id());
    }
}
