package org.doorlight.protocol.hello;

import java.time.Duration;
import java.util.Optional;

/**
 * A snooze or a time away: hellos are not expected. Whoever sets one is there and well, so it says as much as a hello.
 *
 * @param from when it was set
 * @param until when hellos are expected again
 */
public record Pause(long from, long until) {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long SNOOZE_HOURS_MAX = 4;
    private static final Duration WITHOUT_CODE_MAX = Duration.ofDays(3);
    private static final Duration AWAY_MAX = Duration.ofDays(366);

    /** Whether a window that is due now counts as paused. */
    boolean covers(long due) {
        return from <= due && due < until;
    }

    /** Why nobody can snooze for so long; empty if they can. */
    public static Optional<String> snoozeObjection(long hours) {
        return hours >= 1 && hours <= SNOOZE_HOURS_MAX
                ? Optional.empty()
                : Optional.of("A snooze lasts one to four hours. For longer, say that you are away.");
    }

    /** A snooze that begins now. */
    public static Pause snooze(long now, long hours) {
        return new Pause(now, now + hours * HOUR);
    }

    /**
     * Why nobody can be away for so long; empty if they can. More than three days need the person's own picture code, so that somebody
     * else at the box cannot silence it for long.
     */
    public static Optional<String> awayObjection(long now, long until, boolean codeShown) {
        if (until <= now) {
            return Optional.of("That day is over. Say the day you are back.");
        }
        if (until - now > AWAY_MAX.toMillis()) {
            return Optional.of("That is more than a year. Say a nearer day; you can say it again.");
        }
        return codeShown || until - now <= WITHOUT_CODE_MAX.toMillis()
                ? Optional.empty()
                : Optional.of("More than three days away need your picture code.");
    }
}
