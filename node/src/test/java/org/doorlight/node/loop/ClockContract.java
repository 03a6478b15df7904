package org.doorlight.node.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.doorlight.protocol.core.Moment;
import org.junit.jupiter.api.Test;

/** What every clock does, the machine's and one moved by hand. */
abstract class ClockContract {
    private static final long EARLIEST = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final long LATEST = Instant.parse("2200-01-01T00:00:00Z").toEpochMilli();

    abstract MomentClock clock();

    /** Lets some time pass on this clock, however little. */
    abstract void pass();

    @Test
    void monotonic_time_never_goes_back() {
        MomentClock clock = clock();
        long before = clock.now().monotonicNanos();
        for (int look = 0; look < 10_000; look++) {
            pass();
            long now = clock.now().monotonicNanos();
            assertThat(now - before).isNotNegative();
            before = now;
        }
    }

    @Test
    void monotonic_time_moves_on() {
        MomentClock clock = clock();
        long start = clock.now().monotonicNanos();
        Moment now = clock.now();
        for (int look = 0; look < 1_000_000 && now.monotonicNanos() == start; look++) {
            pass();
            now = clock.now();
        }

        assertThat(now.monotonicNanos() - start).isPositive();
    }

    @Test
    void the_wall_clock_is_of_our_time() {
        assertThat(clock().now().wallMillis()).isBetween(EARLIEST, LATEST);
    }
}
