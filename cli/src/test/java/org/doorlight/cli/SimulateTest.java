package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A street from the command line. */
class SimulateTest {
    @Test
    void a_world_comes_to_rest_and_its_seed_gives_the_same_trace_again() {
        String[] command = {"simulate", "convergence", "--seed", "3", "--households", "3", "--days", "1", "--json"};

        CommandLineRun first = CommandLineRun.of(command);
        CommandLineRun second = CommandLineRun.of(command);

        assertThat(first.code()).isZero();
        assertThat(first.object().fields())
                .containsOnlyKeys(
                        "scenario",
                        "seed",
                        "seeds",
                        "households",
                        "days",
                        "deliveredChanges",
                        "violations",
                        "traceHash")
                .containsEntry("scenario", "convergence");
        assertThat(first.object().number("violations")).isZero();
        assertThat(first.object().number("deliveredChanges")).isPositive();
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void numbers_that_make_no_street_are_wrong_use() {
        assertThat(CommandLineRun.of("simulate", "convergence", "--households", "1")
                        .code())
                .isEqualTo(2);
    }
}
