package org.doorlight.protocol.core;

import java.util.Optional;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.sync.Time;

/** What time it is for this node, at the input at hand, and how sure it is of that (CARE S5). */
final class NodeClock {
    private static final long NANOS_A_MILLI = 1_000_000;
    // The first of January 2026, UTC: this program is not older, so it cannot be earlier.
    private static final long MADE = 1_767_225_600_000L;
    // The end of the year 9999: nobody means a later day, and sums with it stay numbers.
    private static final long MILLIS_MAX = 253_402_300_799_999L;

    private final ClockConfidence confidence = new ClockConfidence();
    private final Moment started;
    private Moment now;
    private ClockConfidence.Source told = ClockConfidence.Source.NONE;

    NodeClock(Moment started) {
        this.started = started;
        confidence.notBefore(MADE);
        this.now = started;
    }

    /** Time goes by. */
    void at(Moment moment) {
        now = moment;
        confidence.tick(moment);
    }

    void timeService(boolean keepsTime) {
        confidence.timeService(keepsTime, now);
    }

    /** A person says that it is this time. Empty if that is believable, else why not. */
    Optional<String> person(long wallMillis) {
        return confidence.person(wallMillis, now);
    }

    void heard(MemberId member, Time time) {
        ClockConfidence.Source[] sources = ClockConfidence.Source.values();
        boolean known = time.source() > 0
                && time.source() < sources.length
                && time.wallMillis() >= 0
                && time.wallMillis() <= MILLIS_MAX;
        confidence.peer(
                member,
                new ClockConfidence.Word(
                        time.wallMillis(), known ? sources[time.source()] : ClockConfidence.Source.NONE),
                now);
    }

    void notBefore(long wallMillis) {
        confidence.notBefore(wallMillis);
    }

    // ---- what is known

    boolean isSure() {
        return confidence.isSure();
    }

    ClockConfidence.Source source() {
        return confidence.source();
    }

    /** Milliseconds since 1970, as well as this node knows it. */
    long millis() {
        return confidence.wallMillis(now);
    }

    /** Milliseconds of the stopwatch. */
    long stopwatch() {
        return Math.floorDiv(now.monotonicNanos(), NANOS_A_MILLI);
    }

    /** How long this node has been up, in milliseconds of the stopwatch. */
    long upMillis() {
        return (now.monotonicNanos() - started.monotonicNanos()) / NANOS_A_MILLI;
    }

    /** How long the time has been known without a break; -1 if it is not. */
    long sureForMillis() {
        return confidence.sureForMillis(now);
    }

    Moment moment() {
        return now;
    }

    /** What to tell neighbours. */
    Time word() {
        ClockConfidence.Word word = confidence.word(now);
        return new Time(word.wallMillis(), word.source().ordinal());
    }

    /** True once after how sure this node is has changed: neighbours want to know. */
    boolean takeChanged() {
        boolean changed = told != confidence.source();
        told = confidence.source();
        return changed;
    }
}
