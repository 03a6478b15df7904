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
    void a_year_is_told_once_for_each_policy_with_the_fields_of_the_contract() {
        CommandLineRun year =
                CommandLineRun.of("simulate", "street-year", "--households", "12", "--days", "30", "--json");

        assertThat(year.code()).isZero();
        assertThat(year.out().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line)
                        .contains(
                                "\"policy\":",
                                "\"seeds\":1,",
                                "\"filled\":",
                                "\"gini\":",
                                "\"rawGini\":",
                                "\"biggestShare\":",
                                "\"topTenthShare\":",
                                "\"aboveCeiling\":",
                                "\"longestRunWeeks\":",
                                "\"invitationsPerYes\":",
                                "\"lateHoles\":",
                                "\"displaced\":",
                                "\"doubleDeliveries\":",
                                "\"invitedResting\":"));
        assertThat(year.out().lines().map(line -> line.split("\"", -1)[3]))
                .containsExactly("fair-turn", "free-board", "coordinator", "round-robin");
    }

    @Test
    void a_quiet_year_is_told_once_for_each_detector_with_the_fields_of_the_contract() {
        CommandLineRun year = CommandLineRun.of("simulate", "quiet-year", "--days", "28", "--json");

        assertThat(year.code()).isZero();
        assertThat(year.out().lines().map(line -> new CommandLineRun(0, line, "").object()))
                .hasSize(3)
                .allSatisfy(line -> {
                    assertThat(line.fields())
                            .containsOnlyKeys(
                                    "scenario",
                                    "seed",
                                    "seeds",
                                    "detector",
                                    "personYears",
                                    "falsePerPersonYear",
                                    "falseByCause",
                                    "precision",
                                    "delayMedianHours",
                                    "delayP95Hours",
                                    "asksPerBuddyMonth",
                                    "neverShown");
                    assertThat(line.object("falseByCause").fields())
                            .containsOnlyKeys("forgot", "away", "partition", "reboot", "clock", "boxOff");
                })
                .extracting(line -> line.text("detector"))
                .containsExactly("attested", "packet-absence", "three-calls");
        assertThat(CommandLineRun.of("simulate", "quiet-year", "--days", "7").code())
                .isEqualTo(2);
    }

    @Test
    void a_year_of_no_days_is_wrong_use() {
        assertThat(CommandLineRun.of("simulate", "street-year", "--days", "0").code())
                .isEqualTo(2);
    }

    @Test
    void numbers_that_make_no_street_are_wrong_use() {
        assertThat(CommandLineRun.of("simulate", "convergence", "--households", "1")
                        .code())
                .isEqualTo(2);
    }
}
