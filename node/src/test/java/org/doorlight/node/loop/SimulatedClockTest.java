package org.doorlight.node.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.simulation.SimulatedClock;
import org.doorlight.protocol.simulation.Timeline;
import org.junit.jupiter.api.Test;

/** The simulated clock keeps the contract, until somebody sets it wrong. */
class SimulatedClockTest extends ClockContract {
    private final Timeline timeline = new Timeline();
    private final SimulatedClock clock = new SimulatedClock(timeline);

    @Override
    MomentClock clock() {
        return clock::now;
    }

    @Override
    void pass() {
        timeline.pass(Duration.ofNanos(1));
    }

    @Test
    void the_wall_clock_jumps_and_the_other_goes_on() {
        Moment before = clock.now();

        clock.jump(Duration.ofDays(-3));
        clock.runAt(2);
        timeline.pass(Duration.ofSeconds(10));
        clock.freeze();
        timeline.pass(Duration.ofHours(1));
        clock.thaw();

        Moment now = clock.now();
        assertThat(now.monotonicNanos() - before.monotonicNanos())
                .isEqualTo(Duration.ofSeconds(20).toNanos());
        assertThat(now.wallMillis() - before.wallMillis())
                .isEqualTo(Duration.ofDays(-3).plusSeconds(20).toMillis());
    }

    @Test
    void a_board_without_a_battery_boots_in_1970() {
        timeline.pass(Duration.ofDays(1));
        clock.forgetTheDate();

        assertThat(clock.now().wallMillis()).isZero();
    }
}
