package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * How sure this node is of the time (CARE S5). A wall clock by itself proves nothing: a Pi wakes up in 1970. Once something has confirmed
 * the time, it goes on with the monotonic clock, so that a wall clock that jumps moves nothing.
 *
 * <p>SURE comes from the system's time service, from three sure neighbours that agree, or from a person. After a power cut no neighbour
 * is sure; then one person's answer anywhere goes from box to box, as long as no sure neighbour says otherwise.
 */
public final class ClockConfidence {
    /** Clocks this close to each other agree. */
    public static final Duration AGREES_WITHIN = Duration.ofMinutes(2);

    private static final Duration PEER_COUNTS_FOR = Duration.ofMinutes(10);
    private static final int PEERS_NEEDED = 3;
    private static final long NANOS_A_MILLI = 1_000_000;

    /** Where confidence comes from. The order is that of the numbers on the wire. */
    public enum Source {
        NONE,
        NTP,
        PEERS,
        /** A person's answer, here or at a neighbour's. */
        PERSON
    }

    /** What a neighbour says about the time. */
    public record Word(long wallMillis, Source source) {}

    /** A moment at which the time was confirmed; what came before it is not. */
    private record Anchor(Source source, long wallMillis, long monotonicMillis, long sinceMonotonicMillis) {
        long wall(long monotonic) {
            return wallMillis + (monotonic - monotonicMillis);
        }
    }

    /** A neighbour's clock, as its distance from this node's monotonic one. */
    private record Heard(long offset, Source source, long atMonotonicMillis) {}

    private final SortedMap<MemberId, Heard> peers = new TreeMap<>();
    private @Nullable Anchor anchor;
    private long distance;
    private boolean begun;
    private long floor = Long.MIN_VALUE;

    /** Nothing is believed that lies before this: something sure was signed then. */
    public void notBefore(long wallMillis) {
        floor = Math.max(floor, wallMillis);
    }

    /** Time goes by. Where the wall clock jumps without anything that vouches for it, confidence is gone. */
    public void tick(Moment moment) {
        long nowDistance = moment.wallMillis() - monotonic(moment);
        if (!begun || Math.abs(nowDistance - distance) > AGREES_WITHIN.toMillis()) {
            anchor = null;
            distance = nowDistance;
        }
        begun = true;
        peers.values().removeIf(heard -> monotonic(moment) - heard.atMonotonicMillis() > PEER_COUNTS_FOR.toMillis());
        agreeWithPeers(moment);
    }

    /** The system's time service says whether it keeps the wall clock right. */
    public void timeService(boolean keepsTime, Moment moment) {
        tick(moment);
        if (keepsTime && moment.wallMillis() >= floor) {
            settle(Source.NTP, moment.wallMillis(), moment);
        }
    }

    /** A person says what time it is. Empty if that is believable, else why not. */
    public Optional<String> person(long wallMillis, Moment moment) {
        tick(moment);
        if (wallMillis < floor) {
            return Optional.of(
                    "It is later than that already, by what this box has signed before. Look at the date again.");
        }
        settle(Source.PERSON, wallMillis, moment);
        return Optional.empty();
    }

    /** A neighbour says what time it is there. */
    public void peer(MemberId member, Word word, Moment moment) {
        long monotonic = monotonic(moment);
        if (word.source() == Source.NONE) {
            peers.remove(member);
        } else {
            peers.put(member, new Heard(word.wallMillis() - monotonic, word.source(), monotonic));
        }
        tick(moment);
    }

    private void agreeWithPeers(Moment moment) {
        List<Long> offsets = new ArrayList<>();
        peers.values().stream()
                .map(Heard::offset)
                .filter(offset -> offset + monotonic(moment) >= floor)
                .sorted()
                .forEach(offsets::add);
        long most = AGREES_WITHIN.toMillis();
        for (int first = 0; first + PEERS_NEEDED <= offsets.size(); first++) {
            if (offsets.get(first + PEERS_NEEDED - 1) - offsets.get(first) <= most) {
                followThree(offsets.get(first + 1) + monotonic(moment), moment);
                return;
            }
        }
        boolean together =
                anchor == null && !offsets.isEmpty() && offsets.get(offsets.size() - 1) - offsets.get(0) <= most;
        boolean person = peers.values().stream().anyMatch(heard -> heard.source() == Source.PERSON);
        if (together && person) {
            settle(Source.PERSON, offsets.get(0) + monotonic(moment), moment);
        }
    }

    /** Three who agree are believed by a node that knows nothing better, and rather than one whose time service is off. */
    private void followThree(long wallMillis, Moment moment) {
        Anchor known = anchor;
        boolean differs =
                known == null || Math.abs(known.wall(monotonic(moment)) - wallMillis) > AGREES_WITHIN.toMillis();
        if (differs && source() != Source.NTP) {
            settle(Source.PEERS, wallMillis, moment);
        }
    }

    /** Confirms a time. Confidence counts from now on, unless it agrees with what was known before. */
    private void settle(Source source, long wallMillis, Moment moment) {
        long monotonic = monotonic(moment);
        Anchor before = anchor;
        boolean agrees = before != null && Math.abs(before.wall(monotonic) - wallMillis) <= AGREES_WITHIN.toMillis();
        long since = agrees && before != null ? before.sinceMonotonicMillis() : monotonic;
        anchor = new Anchor(source, wallMillis, monotonic, since);
    }

    // ---- what is known

    /** Whether the time is known. */
    public boolean isSure() {
        return anchor != null;
    }

    /** Where confidence comes from; NONE if there is none. */
    public Source source() {
        return anchor().map(Anchor::source).orElse(Source.NONE);
    }

    /** The time as well as this node knows it: the confirmed one, or what the wall clock says. */
    public long wallMillis(Moment moment) {
        return anchor().map(known -> known.wall(monotonic(moment))).orElse(moment.wallMillis());
    }

    /** How long the time has been known without a break, in milliseconds of the monotonic clock; -1 if it is not known. */
    public long sureForMillis(Moment moment) {
        return anchor().map(known -> monotonic(moment) - known.sinceMonotonicMillis())
                .orElse(-1L);
    }

    /** What to tell neighbours. */
    public Word word(Moment moment) {
        return new Word(wallMillis(moment), source());
    }

    private Optional<Anchor> anchor() {
        return Optional.ofNullable(anchor);
    }

    private static long monotonic(Moment moment) {
        return Math.floorDiv(moment.monotonicNanos(), NANOS_A_MILLI);
    }
}
