package org.doorlight.protocol.simulation.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** One seed of a quarter of the year; the full counts are {@code doorlight simulate street-year --seeds 20}. */
class StreetYearTest {
    private static final int HOMES = 60;
    private static final int QUARTER = 91;

    private static YearOutcome play(YearPolicy policy, double demand) {
        return StreetYear.play(policy, 3, HOMES, QUARTER, demand);
    }

    @Test
    void with_fair_turns_nobody_carries_too_much_and_hardly_anybody_waits_in_vain() {
        YearOutcome year = play(YearPolicy.FAIR_TURN, 1);

        assertThat(year.slots()).isGreaterThan(200);
        assertThat(year.filled()).isGreaterThanOrEqualTo(0.93);
        assertThat(year.biggestShare()).isLessThanOrEqualTo(0.07);
        assertThat(year.longestRunWeeks()).isLessThanOrEqualTo(6);
        assertThat(year.invitationsPerYes()).isLessThanOrEqualTo(2.6);
        assertThat(year.aboveCeiling()).isZero();
        assertThat(year.invitedResting()).isZero();
        assertThat(year.displaced()).isZero();
        assertThat(year.doubleDeliveries()).isZero();
    }

    @Test
    void one_seed_is_one_year() {
        assertThat(StreetYear.play(YearPolicy.FAIR_TURN, 5, 20, 30, 1))
                .isEqualTo(StreetYear.play(YearPolicy.FAIR_TURN, 5, 20, 30, 1))
                .isNotEqualTo(StreetYear.play(YearPolicy.FAIR_TURN, 6, 20, 30, 1));
    }

    @Test
    void an_open_board_and_a_coordinator_load_a_few() {
        double fair = play(YearPolicy.FAIR_TURN, 1).gini();

        assertThat(play(YearPolicy.FREE_BOARD, 1).gini()).isGreaterThan(fair + 0.2);
        assertThat(play(YearPolicy.COORDINATOR, 1).gini()).isGreaterThan(fair + 0.2);
    }

    @Test
    void at_three_times_the_demand_no_ceiling_breaks_and_the_street_says_that_it_is_full() {
        YearOutcome year = play(YearPolicy.FAIR_TURN, 3);

        assertThat(year.aboveCeiling()).isZero();
        assertThat(year.invitedResting()).isZero();
        assertThat(year.saturatedAfterHours()).isBetween(0.0, 48.0);
    }

    @Test
    void gini_is_nothing_among_equals_and_nearly_all_when_one_has_everything() {
        assertThat(Tally.gini(3, 3, 3, 3)).isCloseTo(0, within(1e-9));
        assertThat(Tally.gini(0, 0, 0, 8)).isCloseTo(0.75, within(1e-9));
        assertThat(Tally.gini(0, 0)).isZero();
    }
}
