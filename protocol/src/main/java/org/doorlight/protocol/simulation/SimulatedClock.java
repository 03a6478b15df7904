package org.doorlight.protocol.simulation;

import java.time.Duration;
import org.doorlight.protocol.core.Moment;

/** The clocks of one node, as wrong as somebody wants them. The wall clock may be anything; the monotonic one only ever goes on. */
public final class SimulatedClock {
    /** When worlds begin, unless they say otherwise: 2026-11-23T08:00:00Z. */
    public static final long WORLD_BEGINS_MILLIS = 1_795_420_800_000L;

    private static final long NANOS_A_MILLI = 1_000_000;

    private final Timeline timeline;
    private long since;
    private long monotonicThen;
    private long wallNanosThen;
    private long wallMillis;
    private double pace = 1;
    private double paceWhenThawed = 1;

    public SimulatedClock(Timeline timeline) {
        this.timeline = timeline;
        this.wallMillis = WORLD_BEGINS_MILLIS + timeline.now() / NANOS_A_MILLI;
        this.since = timeline.now();
    }

    public Moment now() {
        long passed = passed();
        return new Moment(wallMillis + (wallNanosThen + passed) / NANOS_A_MILLI, monotonicThen + passed);
    }

    private long passed() {
        long real = timeline.now() - since;
        return pace == 1 ? real : (long) (real * pace);
    }

    /** Somebody sets the wall clock forward, or back. */
    public void jump(Duration by) {
        wallMillis += by.toMillis();
    }

    /** A board without a battery boots at the beginning of 1970. */
    public void forgetTheDate() {
        settleUp();
        wallMillis = 0;
        wallNanosThen = 0;
    }

    /** The wall clock tells the world's time again. */
    public void setRight() {
        settleUp();
        wallMillis = WORLD_BEGINS_MILLIS + timeline.now() / NANOS_A_MILLI;
        wallNanosThen = 0;
    }

    /** Runs at another pace from now on: 1.0001 gains 8.6 seconds a day. */
    public void runAt(double newPace) {
        settleUp();
        pace = newPace;
        paceWhenThawed = newPace;
    }

    /** Stands still, as on a machine that is suspended. */
    public void freeze() {
        settleUp();
        pace = 0;
    }

    public void thaw() {
        settleUp();
        pace = paceWhenThawed;
    }

    private void settleUp() {
        long passed = passed();
        monotonicThen += passed;
        wallNanosThen += passed;
        since = timeline.now();
    }
}
