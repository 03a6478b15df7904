package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The guard that says "You've carried a lot of soup. Shall we let others have a turn this week?" (CARE §5). It looks at one's own ledger on
 * one's own node, and stops inviting. One may decline it; the cool-down after something heavy one may not.
 */
public final class RestGuard {
    /** How long it stops inviting, and how long a "no, ask me" lasts. */
    public static final Duration RESTS = Duration.ofDays(7);

    /** Nothing new for so long after something heavy ended. */
    public static final Duration COOL_DOWN = Duration.ofDays(2);

    private static final int WEEKS_RUNNING = 3;
    private static final int HEAVY_TIMES = 2;
    private static final Duration HEAVY_WITHIN = Duration.ofDays(14);
    private static final int YESES = 3;
    private static final Duration YESES_WITHIN = Duration.ofDays(1);
    private static final int MUCH_PERCENT = 80;
    private static final int PERCENT = 100;

    private final Load load;
    private final int ceiling;
    private final ZoneId zone;
    private final SortedSet<Long> weeks = new TreeSet<>();

    /**
     * A guard for one moment.
     *
     * @param ceiling the one in force
     * @param zone where the weeks are counted
     */
    public RestGuard(Load load, int ceiling, ZoneId zone) {
        this.load = load;
        this.ceiling = ceiling;
        this.zone = zone;
        load.carried().forEach(one -> weeks.add(Bucket.week(one.start(), zone)));
    }

    /** True while something heavy, begun before now, lies less than two days back. */
    public boolean coolsDown(long now) {
        return load.carried().stream()
                .anyMatch(one -> one.isHeavy() && one.start() <= now && now < one.end() + COOL_DOWN.toMillis());
    }

    /**
     * True while it stops inviting altogether: for seven days after the moment at which one of its reasons held.
     *
     * @param declinedAt when somebody last said "no, ask me"; a very early time if never
     */
    public boolean rests(long now, long declinedAt) {
        if (isDeclined(now, declinedAt)) {
            return false;
        }
        return load.carried().stream().anyMatch(one -> isLately(one.start(), now) && isMuchAt(one))
                || load.carried().stream().anyMatch(one -> isLately(one.saidAt(), now) && isEager(one));
    }

    /** True if a yes at that time would make it the fourth week running. */
    public boolean sparesWeekOf(long start, long now, long declinedAt) {
        if (isDeclined(now, declinedAt)) {
            return false;
        }
        long week = Bucket.week(start, zone);
        int running = 1;
        for (long before = week - 1; weeks.contains(before); before--) {
            running++;
        }
        for (long after = week + 1; weeks.contains(after); after++) {
            running++;
        }
        return running > WEEKS_RUNNING;
    }

    private static boolean isDeclined(long now, long declinedAt) {
        return declinedAt <= now && now - declinedAt < RESTS.toMillis();
    }

    private static boolean isLately(long time, long now) {
        return time <= now && now - time < RESTS.toMillis();
    }

    /** Two months running above four fifths of the ceiling, or a second heavy thing within two weeks. */
    private boolean isMuchAt(Carried one) {
        long window = Load.WINDOW.toMillis();
        long end = one.start() + 1;
        boolean months = isMuch(load.from(end - window)) && isMuch(load.from(end - 2 * window));
        return months || (one.isHeavy() && heavyUntil(one) >= HEAVY_TIMES);
    }

    private boolean isMuch(int effort) {
        return effort * PERCENT > ceiling * MUCH_PERCENT;
    }

    private long heavyUntil(Carried last) {
        return load.carried().stream()
                .filter(one -> one.isHeavy()
                        && one.start() <= last.start()
                        && last.start() - one.start() < HEAVY_WITHIN.toMillis())
                .count();
    }

    private boolean isEager(Carried last) {
        List<Carried> yeses = load.carried().stream()
                .filter(one -> one.saidAt() <= last.saidAt() && last.saidAt() - one.saidAt() < YESES_WITHIN.toMillis())
                .toList();
        return yeses.size() >= YESES;
    }
}
