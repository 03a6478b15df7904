package org.doorlight.protocol.simulation.quiet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.hello.Episode;
import org.doorlight.protocol.hello.Episodes;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.Ladder;
import org.doorlight.protocol.hello.Pace;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.Watch;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.When;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What one home holds about one person's hello: the facts of the last weeks that have arrived there, read by the real rules. */
final class Replica {
    private static final long KEPT = Duration.ofDays(10).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int PRUNED_ABOVE = 16;

    private final MemberId person;
    private final SortedMap<String, byte[]> plan;
    private final SortedMap<MemberId, SortedMap<String, byte[]>> watches = new TreeMap<>();
    private final SortedMap<MemberId, Watch> readWatches = new TreeMap<>();
    private @Nullable Tidings tidings;
    private Optional<Episode> open = Optional.empty();
    private Ladder.@Nullable Rung rung;
    private long rungUntil;
    private long toldAt;

    /** Holds the plan and each buddy's yes from the beginning. */
    Replica(MemberId person, HelloPlan plan, long now) {
        this.person = person;
        this.plan = new TreeMap<>(PlanFacts.plan(plan, 1, plan.box()));
        this.toldAt = now;
        plan.buddies()
                .forEach(buddy -> watches.put(
                        buddy, new TreeMap<>(WatchFacts.agreed(person, true, 1, QuietStreet.device(buddy)))));
    }

    /** Facts of the person's own document. */
    void told(SortedMap<String, byte[]> facts, long now) {
        put(plan, facts, now);
        toldAt = now;
    }

    /** Facts of a buddy's document. */
    void watched(MemberId buddy, SortedMap<String, byte[]> facts, long now) {
        put(watch(buddy), facts, now);
        readWatches.remove(buddy);
    }

    private void put(SortedMap<String, byte[]> document, SortedMap<String, byte[]> facts, long now) {
        document.putAll(facts);
        tidings = null;
        if (document.size() > PRUNED_ABOVE) {
            String oldest = Instant.ofEpochMilli(now - KEPT)
                    .atZone(QuietStreet.ZONE)
                    .toLocalDate()
                    .toString();
            document.keySet().removeIf(key -> isOlder(key.substring(key.indexOf('/') + 1), oldest));
        }
    }

    private static boolean isOlder(String subject, String date) {
        return !subject.startsWith("-") && subject.compareTo(date) < 0;
    }

    SortedMap<String, byte[]> watch(MemberId buddy) {
        return watches.computeIfAbsent(buddy, none -> new TreeMap<>());
    }

    /** How long ago a word of the person's own box came. */
    long silentFor(long now) {
        return now - toldAt;
    }

    Tidings tidings() {
        Tidings known = tidings;
        if (known == null) {
            watches.forEach((buddy, facts) -> readWatches.computeIfAbsent(buddy, none -> WatchFacts.read(facts)));
            known = Tidings.of(person, PlanFacts.read(plan), readWatches);
            tidings = known;
            open = Episodes.open(known, Pace.USUAL);
            rung = null;
        }
        return known;
    }

    Optional<Episode> open() {
        tidings();
        return open;
    }

    /** Where the open episode stands: looked at anew when facts came, when a step is over, and every hour. */
    Ladder.Rung rung(Episode episode, When when) {
        Tidings facts = tidings();
        Ladder.Rung known = rung;
        if (known == null || when.now() >= rungUntil) {
            known = Ladder.at(episode, facts, new TreeSet<>(), when);
            rung = known;
            rungUntil = Math.min(known.nextAt(), when.now() + HOUR);
        }
        return known;
    }
}
