package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.care.turns.Saturation;

/** Whether the street is full, whether every box says so, and how long that takes. */
final class Saturated {
    private static final int LOOKS_EVERY_STEPS = 4;
    private static final double HOUR = Calendar.HOUR;

    private final Travel travel;
    private final Weather weather;
    private final List<Household> homes;
    private final Tally tally;
    private final List<Course> lately = new ArrayList<>();
    private long fullSince = Long.MAX_VALUE;

    Saturated(Travel travel, Weather weather, List<Household> homes, Tally tally) {
        this.travel = travel;
        this.weather = weather;
        this.homes = homes;
        this.tally = tally;
    }

    void ended(Course course) {
        lately.add(course);
    }

    void look(int step) {
        long now = Calendar.at(step);
        lately.removeIf(course -> course.wish().start() < now - Saturation.LOOKS_BACK.toMillis());
        if (step % LOOKS_EVERY_STEPS != 0
                || step < 2 * Calendar.STEPS_A_WEEK
                || !Double.isNaN(tally.saturatedAfterHours)) {
            return;
        }
        if (isFull(now, course -> course.countLive() < course.wish().need())) {
            fullSince = Math.min(fullSince, now);
        }
        if (fullSince <= now && everybodySays(step, now)) {
            tally.saturatedAfterHours = (now - fullSince) / HOUR;
        }
    }

    private boolean everybodySays(int step, long now) {
        for (int home = 0; home < homes.size(); home++) {
            int observer = home;
            if (weather.isOn(home, step)
                    && !isFull(
                            now,
                            course -> course.countLive(observer, travel)
                                    < course.wish().need())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a slot went by without, as somebody sees it. */
    private interface Lapse {
        boolean isLapsed(Course course);
    }

    private boolean isFull(long now, Lapse lapse) {
        int lapsed = (int) lately.stream().filter(lapse::isLapsed).count();
        return Saturation.isFull(lately.size(), lapsed, Long.MAX_VALUE, now);
    }
}
