package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two minutes or more for a million mutants, so only when asked: {@code mvn -pl protocol test
 * -Dtest=MillionMutantsTest -Ddoorlight.mutants=1000000 -Ddoorlight.seed=1}.
 */
@EnabledIfSystemProperty(named = "doorlight.mutants", matches = "\\d+")
class MillionMutantsTest {
    private static final int MINUTES_MAX = 60;

    @Test
    void no_bent_change_that_both_doors_let_pass_kills_the_engine() throws IOException, InterruptedException {
        long mutants = Long.getLong("doorlight.mutants");
        long seed = Long.getLong("doorlight.seed", 1);

        assertThat(MutationHarness.parent(mutants, seed, MINUTES_MAX)).isZero();
    }
}
