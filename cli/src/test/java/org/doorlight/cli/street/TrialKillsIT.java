package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Power cuts during trials accuse nobody: no document is paused by them (PROTOCOL §6). {@code -Psoak} does it a hundred times. */
class TrialKillsIT {
    private static final int KILLS = Integer.getInteger("doorlight.trialKills", 3);

    private Street street;

    @BeforeEach
    void an_empty_street() throws IOException {
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void killing_a_node_during_trials_pauses_no_document() throws Exception {
        Household ana = street.moveIn("Ana");
        Household ben = street.moveIn("Ben", ana);
        ana.screen().founds("Lantern Street");
        ben.screen().joins(ana.screen().invites());
        ana.screen().asks("soup on Tuesday?");
        ben.screen().asks("a ladder for an hour?");
        ben.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?");

        TrialKills kills = new TrialKills(ben);
        kills.happen(KILLS);
        ben.starts();
        kills.areOver();

        ben.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?");
        ana.screen().asks("a lift on Friday?");
        ben.screen().eventuallySees("soup on Tuesday?", "a ladder for an hour?", "a lift on Friday?");
        ben.stops();
        try (Insider insider = Insider.of(ben)) {
            assertThat(insider.onTrial()).as("still on trial").isZero();
            assertThat(insider.paused()).isZero();
        }
        System.out.println(
                "kill -9 during trials: " + KILLS + " in " + kills.starts() + " starts, documents paused: 0");
    }
}
