package org.doorlight.protocol.simulation.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One seed of ten weeks; the full counts are {@code doorlight simulate quiet-year --seeds 42}. */
class QuietYearTest {
    /** A seed in whose first weeks two people fall. */
    private static final long SEED = 4;

    private static final int TEN_WEEKS = 70;
    private static final QuietOutcome ATTESTED = QuietYear.play(Detector.ATTESTED, SEED, TEN_WEEKS);

    @Test
    void no_partition_restart_or_clock_leads_to_a_knock_and_whoever_lies_there_is_shown() {
        QuietOutcome year = ATTESTED;

        assertThat(year.falseKnocks(Cause.PARTITION)).isZero();
        assertThat(year.falseKnocks(Cause.REBOOT)).isZero();
        assertThat(year.falseKnocks(Cause.CLOCK)).isZero();
        assertThat(year.neverShown()).isZero();
        assertThat(year.delayHours()).isNotEmpty();
        assertThat(year.trueKnocks()).isPositive();
        assertThat(year.falsePerPersonYear()).isLessThan(0.5);
        assertThat(year.asksPerBuddyMonth()).isBetween(0.1, 2.0);
    }

    @Test
    void one_seed_is_one_year() {
        assertThat(QuietYear.play(Detector.ATTESTED, SEED, TEN_WEEKS)).isEqualTo(ATTESTED);
        for (Detector detector : List.of(Detector.PACKET_ABSENCE, Detector.THREE_CALLS)) {
            assertThat(QuietYear.play(detector, 5, TEN_WEEKS))
                    .isEqualTo(QuietYear.play(detector, 5, TEN_WEEKS))
                    .isNotEqualTo(QuietYear.play(detector, 6, TEN_WEEKS));
        }
    }

    @Test
    void all_detectors_meet_the_same_falls() {
        for (Detector detector : List.of(Detector.PACKET_ABSENCE, Detector.THREE_CALLS)) {
            QuietOutcome year = QuietYear.play(detector, SEED, TEN_WEEKS);
            assertThat(year.delayHours().size() + year.neverShown())
                    .isEqualTo(ATTESTED.delayHours().size());
        }
    }

    @Test
    void hearing_nothing_is_a_bad_reason_to_knock() {
        QuietOutcome packets = QuietYear.play(Detector.PACKET_ABSENCE, SEED);

        assertThat(packets.falsePerPersonYear()).isGreaterThan(10);
        assertThat(packets.falseKnocks(Cause.PARTITION)).isPositive();
        assertThat(packets.falseKnocks(Cause.CLOCK)).isPositive();
    }

    @Test
    void figures_are_worked_out_from_counts() {
        TreeMap<Cause, Integer> causes = new TreeMap<>();
        causes.put(Cause.AWAY, 2);
        QuietOutcome one = new QuietOutcome(Detector.ATTESTED, 10, causes, 6, List.of(3.0, 1.0), 720, 1, 0);
        QuietOutcome two = one.with(one);

        assertThat(two.personYears()).isEqualTo(20);
        assertThat(two.falsePerPersonYear()).isEqualTo(0.2);
        assertThat(two.precision()).isEqualTo(0.75);
        assertThat(two.delayMedianHours()).isEqualTo(1.0);
        assertThat(two.delayP95Hours()).isEqualTo(3.0);
        assertThat(two.asksPerBuddyMonth()).isEqualTo(2.0);
        assertThat(two.neverShown()).isEqualTo(2);
        QuietOutcome none =
                new QuietOutcome(Detector.ATTESTED, 1, new TreeMap<>(), 0, Collections.emptyList(), 0, 0, 0);
        assertThat(none.precision()).isEqualTo(1);
        assertThat(none.delayMedianHours()).isNaN();
    }
}
