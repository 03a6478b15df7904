package org.doorlight.node.loop;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.doorlight.protocol.core.Moment;

/** A clock that stands still until somebody moves it. */
final class ManualClock implements MomentClock {
    private static final long START_MILLIS = 1_800_000_000_000L;

    private final AtomicLong nanos = new AtomicLong();

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    @Override
    public Moment now() {
        long passed = nanos.get();
        return new Moment(START_MILLIS + passed / 1_000_000, passed);
    }
}
