package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty thousand bent changes through the validator alone; {@link MutationHarness} asks the engine as well. */
class MutationTest {
    private static final int MUTANTS = 20_000;

    @Test
    void bent_changes_are_judged_and_never_throw() {
        var mutator = new Mutator(MutationHarness.corpus(), 1);

        int accepted = 0;
        for (int number = 0; number < MUTANTS; number++) {
            byte[] mutant = mutator.mutant(number);
            ChangeVerdict verdict = ChangeValidator.validate(mutant);
            accepted += verdict instanceof ChangeVerdict.Acceptable ? 1 : 0;
        }

        assertThat(accepted).isBetween(MUTANTS / 100, MUTANTS * 3 / 4);
    }

    @Test
    void flipping_any_single_bit_of_a_change_without_repair_is_refused() {
        byte[] chunk = ChangeParts.simple().chunk();

        for (int bit = 0; bit < chunk.length * 8; bit++) {
            byte[] bent = chunk.clone();
            bent[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(ChangeValidator.validate(bent)).isInstanceOf(ChangeVerdict.Refused.class);
        }
    }

    @Test
    void the_same_seed_gives_the_same_mutants() {
        List<byte[]> corpus = MutationHarness.corpus();

        assertThat(new Mutator(corpus, 5).mutant(77)).isEqualTo(new Mutator(corpus, 5).mutant(77));
    }
}
