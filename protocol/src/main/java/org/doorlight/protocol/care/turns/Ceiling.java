package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;

/**
 * How much effort somebody is willing to give in any 28 days: a register on their own devices (CARE §5). Lowering it counts at once;
 * raising it counts a day later, so that nobody gives away next month in one warm-hearted minute.
 *
 * @param version 1 + the highest this device had seen; 0 if nobody ever said anything
 * @param effort what was wished for
 * @param before what was in force when it was said
 * @param saidAt milliseconds since 1970
 */
public record Ceiling(long version, int effort, int before, long saidAt) {
    /** Without a word of one's own: four suppers in four weeks. */
    public static final int DEFAULT_EFFORT = 8;

    /** More than anybody could give. */
    public static final int EFFORT_MAX = 100;

    /** How long raising it takes. */
    public static final Duration RAISE_WAITS = Duration.ofDays(1);

    /** Nobody said anything yet. */
    public static final Ceiling UNSAID = new Ceiling(0, DEFAULT_EFFORT, DEFAULT_EFFORT, 0);

    private static final Comparator<Ceiling> ORDER = ((Comparator<Ceiling>)
                    (one, other) -> Long.compareUnsigned(one.version, other.version))
            .thenComparing(Comparator.comparingInt(Ceiling::effort).reversed())
            .thenComparing(Comparator.comparingInt(Ceiling::before).reversed())
            .thenComparing(Ceiling::saidAt);

    /** What all own devices together say: the highest version, and of equal ones the lower ceiling. */
    public static Ceiling join(Collection<Ceiling> registers) {
        return registers.stream().max(ORDER).orElse(UNSAID);
    }

    /** The register a device writes next to change it. */
    public Ceiling then(int wished, long now) {
        return new Ceiling(version + 1, wished, at(now), now);
    }

    /** The ceiling in force. */
    public int at(long now) {
        return now - saidAt >= RAISE_WAITS.toMillis() ? effort : Math.min(effort, before);
    }
}
