package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.doorlight.protocol.id.MemberId;

/** What a plan has to be like before it may start. Each refusal is a plain sentence. */
public final class PlanRules {
    /** Windows a plan may have for every day and for heat together. */
    public static final int WINDOWS_MAX = WindowId.INDEX_MAX + 1;

    /** Buddies fit with the person into eight wraps. */
    public static final int BUDDIES_MAX = 7;

    private static final Duration GRACE_MAX = Duration.ofHours(6);
    private static final int PARTS_MIN = 3;

    private PlanRules() {}

    /**
     * Why this plan cannot start; empty if it can.
     *
     * @param person whose plan it is
     * @param others how many other members who could be a buddy live in the circle
     */
    public static Optional<String> objection(HelloPlan plan, MemberId person, int others) {
        return windows(plan.schedule()).or(() -> hours(plan.knocking())).or(() -> buddies(plan, person, others));
    }

    private static Optional<String> windows(Schedule schedule) {
        List<DailyWindow> windows = schedule.windows();
        if (windows.stream().allMatch(DailyWindow::onlyInHeat)) {
            return Optional.of("Say when a hello is expected, as 07:00-10:00.");
        }
        if (windows.size() > WINDOWS_MAX) {
            return Optional.of("A day can have at most " + WINDOWS_MAX + " times for a hello.");
        }
        if (schedule.grace().toMillis() < PARTS_MIN || schedule.grace().compareTo(GRACE_MAX) > 0) {
            return Optional.of("The grace can be up to six hours. An hour and a half is a good start.");
        }
        long freeFrom = Long.MIN_VALUE;
        for (DailyWindow window : windows) {
            if (!window.opens().isBefore(window.closes())) {
                return Optional.of("A time for a hello ends on the day it begins, as 07:00-10:00.");
            }
            if (nanos(window.opens()) < freeFrom) {
                return Optional.of("Two times for a hello run into each other, with their grace. Choose others.");
            }
            freeFrom = nanos(window.closes()) + schedule.grace().toNanos();
        }
        long tomorrow = nanos(windows.get(0).opens()) + Duration.ofDays(1).toNanos();
        return freeFrom > tomorrow
                ? Optional.of("The last grace of a day runs into the first time of the next. Choose a shorter one.")
                : Optional.empty();
    }

    private static long nanos(LocalTime time) {
        return time.toNanoOfDay();
    }

    private static Optional<String> hours(KnockingHours hours) {
        return hours.from().isBefore(hours.until())
                ? Optional.empty()
                : Optional.of("Knocking hours begin and end on the same day, as 08:00-21:00.");
    }

    private static Optional<String> buddies(HelloPlan plan, MemberId person, int others) {
        List<MemberId> buddies = plan.buddies();
        if (buddies.contains(person)) {
            return Optional.of("You cannot be your own buddy. Choose a neighbour.");
        }
        if (new TreeSet<>(buddies).size() < buddies.size()) {
            return Optional.of("One neighbour is named twice. Name each once.");
        }
        if (buddies.isEmpty()) {
            return Optional.of("Choose who looks in: at least one neighbour, better two.");
        }
        if (buddies.size() > BUDDIES_MAX) {
            return Optional.of("A plan can have at most " + BUDDIES_MAX + " buddies.");
        }
        return buddies.size() == 1 && others > 1
                ? Optional.of("One buddy alone would carry this every day. Choose two or more.")
                : Optional.empty();
    }
}
