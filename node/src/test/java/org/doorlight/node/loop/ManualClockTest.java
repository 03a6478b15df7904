package org.doorlight.node.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorlight.protocol.core.Moment;
import org.junit.jupiter.api.Test;

class ManualClockTest extends ClockContract {
    private final ManualClock clock = new ManualClock();

    @Override
    MomentClock clock() {
        return clock;
    }

    @Override
    void pass() {
        clock.advance(Duration.ofNanos(1));
    }

    @Test
    void both_times_move_together() {
        Moment before = clock.now();
        clock.advance(Duration.ofSeconds(3));

        assertThat(clock.now().wallMillis() - before.wallMillis()).isEqualTo(3_000);
        assertThat(clock.now().monotonicNanos() - before.monotonicNanos()).isEqualTo(3_000_000_000L);
    }
}
