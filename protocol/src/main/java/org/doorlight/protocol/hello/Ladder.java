package org.doorlight.protocol.hello;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.id.MemberId;

/**
 * Who is asked about an open episode, and for what (HELLO §5): one buddy at a time, and up one step when nobody acts. Worked out afresh
 * from facts and now, so it is the same on every box and does not stop because one of them is off.
 */
public final class Ladder {
    private static final int ONE_AT_A_TIME = 2;

    private final Episode episode;
    private final Tidings tidings;
    private final HelloPlan plan;
    private final When when;
    private final List<Said> said;

    private Ladder(Episode episode, Tidings tidings, HelloPlan plan, When when) {
        this.episode = episode;
        this.tidings = tidings;
        this.plan = plan;
        this.when = when;
        this.said = said(episode, tidings);
    }

    /**
     * Where an episode stands.
     *
     * @param asked all who have been asked so far
     * @param going those who said that they see to it, the first to say so first
     * @param nextAt when it is handed on if nobody acts; {@link Long#MAX_VALUE} on the last step
     * @param resting buddies who rest
     */
    public record Rung(
            Level level, SortedSet<MemberId> asked, List<MemberId> going, long nextAt, SortedSet<MemberId> resting) {
        public Rung {
            resting = Collections.unmodifiableSortedSet(new TreeSet<>(resting));
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
            going = List.copyOf(going);
        }
    }

    /** One step: for what, and who is asked. */
    private record Step(Level level, SortedSet<MemberId> who) {}

    /** One answer and who gave it. */
    private record Said(MemberId by, Answer answer) {
        private static final Comparator<Said> ORDER = Comparator.comparingLong(Said::at)
                .thenComparing(Said::by)
                .thenComparing(one -> one.answer().kind());

        long at() {
            return answer.at();
        }
    }

    /**
     * The rung of an open episode.
     *
     * @param resting buddies who rest: passed over while others have room, asked when all are
     */
    public static Rung at(Episode episode, Tidings tidings, SortedSet<MemberId> resting, When when) {
        HelloPlan plan = tidings.plan().orElseThrow(() -> new IllegalArgumentException("an episode without a plan"));
        return new Ladder(episode, tidings, plan, when).climb(resting);
    }

    private Rung climb(SortedSet<MemberId> resting) {
        List<Step> steps = steps(resting);
        SortedSet<MemberId> asked = new TreeSet<>();
        long start = episode.since();
        for (int number = 0; ; number++) {
            Step step = steps.get(number);
            asked.addAll(step.who());
            if (number + 1 == steps.size()) {
                return new Rung(step.level(), asked, going(), Long.MAX_VALUE, resting);
            }
            long next = begin(steps.get(number + 1), end(step, start));
            if (when.now() < next) {
                return new Rung(step.level(), asked, going(), next, resting);
            }
            start = next;
        }
    }

    // ---- the steps

    private List<Step> steps(SortedSet<MemberId> resting) {
        SortedSet<MemberId> all = new TreeSet<>(tidings.buddies());
        List<Step> steps = new ArrayList<>();
        Duty.order(tidings.buddies(), episode.window().date()).stream()
                .filter(buddy -> !resting.contains(buddy))
                .limit(ONE_AT_A_TIME)
                .forEach(buddy -> steps.add(new Step(Level.ASK, new TreeSet<>(List.of(buddy)))));
        steps.add(new Step(Level.ASK, all));
        for (Level level : List.of(Level.SEEN, Level.KNOCK, Level.DECIDE)) {
            if (level.compareTo(top()) <= 0) {
                steps.add(new Step(level, all));
            }
        }
        return steps;
    }

    /** As far as the person said yes to; a silent box leads to a knock if they said yes to that as well. */
    private Level top() {
        Consents consents = plan.consents();
        boolean mayKnock = episode.reason() == Episode.Reason.QUIET || consents.silenceKnock();
        return mayKnock || consents.upTo().compareTo(Level.SEEN) < 0 ? consents.upTo() : Level.SEEN;
    }

    /** A knock waits for knocking hours, and after a silent box for two days. */
    private long begin(Step step, long end) {
        if (step.level() != Level.KNOCK) {
            return end;
        }
        Duration patience = when.isHeatFor(plan)
                ? when.pace().silenceKnockAfterInHeat()
                : when.pace().silenceKnockAfter();
        boolean silent = episode.reason() == Episode.Reason.SILENT_BOX;
        long earliest = silent ? Math.max(end, episode.since() + patience.toMillis()) : end;
        return plan.knocking().next(earliest, plan.schedule().zone());
    }

    /**
     * A step lasts its time. An "I will" holds it for as long again; it is over at once when all who were asked handed it on, when
     * somebody says "go now", and when nobody answers the door. A telephone that nobody answers waits its time.
     */
    private long end(Step step, long start) {
        long end = start + when.pace().step().toMillis();
        SortedSet<MemberId> free = new TreeSet<>(step.who());
        for (Said one : said) {
            Answer.Kind kind = one.answer().kind();
            boolean past = one.at() > when.now();
            if (past || one.at() >= end) {
                continue;
            }
            if (kind == Answer.Kind.GO_NOW && step.level().compareTo(Level.KNOCK) < 0) {
                return Math.max(start, one.at());
            }
            if (one.at() < start) {
                continue;
            }
            if (kind == Answer.Kind.NO_ANSWER && step.level() == Level.KNOCK) {
                return one.at();
            }
            if (kind.isClaim()) {
                free.add(one.by());
                end = Math.max(end, one.at() + when.pace().step().toMillis());
            } else if (kind == Answer.Kind.CANNOT && free.remove(one.by()) && free.isEmpty()) {
                return one.at();
            }
        }
        return end;
    }

    // ---- what people said

    /** All answers about this episode or a window after it: whoever opened it under a later name meant the same. */
    private static List<Said> said(Episode episode, Tidings tidings) {
        List<Said> said = new ArrayList<>();
        tidings.watches()
                .forEach((by, watch) -> watch.answers().stream()
                        .filter(answer -> answer.window().compareTo(episode.window()) >= 0)
                        .forEach(answer -> said.add(new Said(by, answer))));
        said.sort(Said.ORDER);
        return said;
    }

    /** Those whose last word is a claim that still holds. */
    private List<MemberId> going() {
        long from = when.now() - when.pace().step().toMillis();
        List<MemberId> going = new ArrayList<>();
        for (Said one : said) {
            if (one.answer().kind().isClaim() && one.at() > from) {
                going.remove(one.by());
                going.add(one.by());
            } else if (one.answer().kind().endsClaim()) {
                going.remove(one.by());
            }
        }
        return going;
    }
}
