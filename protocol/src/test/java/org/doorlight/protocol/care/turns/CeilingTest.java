package org.doorlight.protocol.care.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingTest {
    private static final long NOW = 1_000_000_000_000L;
    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void without_a_word_it_is_eight() {
        assertThat(Ceiling.join(List.of()).at(NOW)).isEqualTo(8);
    }

    @Test
    void lowering_it_counts_at_once() {
        assertThat(Ceiling.UNSAID.then(3, NOW).at(NOW)).isEqualTo(3);
    }

    @Test
    void raising_it_counts_a_day_later() {
        Ceiling raised = Ceiling.UNSAID.then(12, NOW);

        assertThat(raised.at(NOW + DAY - 1)).isEqualTo(8);
        assertThat(raised.at(NOW + DAY)).isEqualTo(12);
    }

    @Test
    void raising_it_step_by_step_is_not_faster() {
        Ceiling twice = Ceiling.UNSAID.then(10, NOW).then(14, NOW + DAY / 2);

        assertThat(twice.at(NOW + DAY)).isEqualTo(8);
        assertThat(twice.at(NOW + DAY / 2 + DAY)).isEqualTo(14);
    }

    @Test
    void lowering_it_before_a_raise_has_counted_takes_nothing_of_the_raise() {
        Ceiling back = Ceiling.UNSAID.then(14, NOW).then(9, NOW + 1);

        assertThat(back.at(NOW + 1)).isEqualTo(8);
        assertThat(back.at(NOW + 1 + DAY)).isEqualTo(9);
    }

    @Test
    void of_two_said_apart_the_lower_one_counts() {
        Ceiling lower = Ceiling.UNSAID.then(4, NOW);
        Ceiling higher = Ceiling.UNSAID.then(20, NOW);

        assertThat(Ceiling.join(List.of(higher, lower))).isEqualTo(lower);
        assertThat(Ceiling.join(List.of(lower, higher))).isEqualTo(lower);
    }
}
