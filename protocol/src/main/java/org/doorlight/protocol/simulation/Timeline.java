package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.PriorityQueue;

/** Virtual time: what is going to happen, in order. Two things due at one moment happen in the order they were planned. */
public final class Timeline {
    private record Due(long nanos, long number, Runnable deed) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(nanos, other.nanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Due> plans = new PriorityQueue<>();
    private long now;
    private long numbers;

    /** Nanoseconds since the world began. */
    public long now() {
        return now;
    }

    /** Plans a deed; what was due earlier than now happens now. */
    public void at(long nanos, Runnable deed) {
        plans.add(new Due(Math.max(now, nanos), numbers++, deed));
    }

    /** Plans a deed so many nanoseconds from now. */
    public void after(long nanos, Runnable deed) {
        at(now + nanos, deed);
    }

    public void after(Duration pause, Runnable deed) {
        after(pause.toNanos(), deed);
    }

    /** Lets time pass, and everything happen that is due by then. */
    public void pass(Duration time) {
        long until = now + time.toNanos();
        while (nextIsDueBy(until)) {
            next();
        }
        now = until;
    }

    /** Lets the next thing happen; false if nothing is planned any more. */
    public boolean next() {
        Due due = plans.poll();
        if (due == null) {
            return false;
        }
        now = due.nanos();
        due.deed().run();
        return true;
    }

    private boolean nextIsDueBy(long nanos) {
        Due first = plans.peek();
        return first != null && first.nanos() <= nanos;
    }

    int planned() {
        return plans.size();
    }
}
