package org.doorlight.protocol.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.simulation.Neighbourhood.hours;
import static org.doorlight.protocol.simulation.Neighbourhood.neighbourhood;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doorlight.protocol.core.Shelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a damaged disk has taken away comes again from neighbours, and until then nothing false is said. */
class HealingTest {
    @Test
    void a_home_whose_envelopes_are_all_damaged_gets_them_again_its_own_ones_too() {
        try (var street = neighbourhood(3).seed(1)) {
            street.post("Ana", "soup on Tuesday?")
                    .post("Ben", "bread on Friday?")
                    .after(hours(1));

            street.damageEnvelopes("Ana").after(hours(1)).settle();

            assertThat(street.store("Ana").missing()).isZero();
            assertThat(street.board("Ana")).containsExactlyInAnyOrder("soup on Tuesday?", "bread on Friday?");
            street.withdraw("soup on Tuesday?").settle();
            assertThat(street.board("Ben")).containsExactly("bread on Friday?");
        }
    }

    @Test
    void while_nobody_can_send_them_again_the_home_shows_what_it_knows_and_adds_nothing() {
        try (var street = neighbourhood(2).seed(2)) {
            street.post("Ana", "soup on Tuesday?").after(hours(1));
            street.cutOff(List.of("Ana"));

            street.damageEnvelopes("Ana").after(hours(1));
            street.withdraw("soup on Tuesday?");

            assertThat(street.store("Ana").missing()).isPositive();
            assertThat(street.board("Ana")).containsExactly("soup on Tuesday?");
            street.joinNetworks().move("Ana", "").settle();
            assertThat(street.store("Ana").missing()).isZero();
            street.withdraw("soup on Tuesday?").settle();
            assertThat(street.board("Ben")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Shelf.class,
            names = {"STATEMENT", "GRANT", "SECRET", "DOCUMENT", "TRIAL", "CONTRADICTION"})
    void whatever_shelf_is_damaged_it_is_filled_again(Shelf shelf) {
        try (var street = neighbourhood(3).seed(3)) {
            street.post("Ana", "soup on Tuesday?")
                    .postTo("Ben", List.of("Chidi"), "a word with you?")
                    .after(hours(1));

            for (String name : List.of("Ana", "Ben")) {
                street.damageRecords(name, shelf).after(hours(1));
            }
            street.settle();

            street.post("Ana", "bread on Friday?")
                    .post("Ben", "a lift on Monday?")
                    .settle();
            assertThat(street.board("Chidi"))
                    .containsExactlyInAnyOrder(
                            "soup on Tuesday?", "a word with you?", "bread on Friday?", "a lift on Monday?");
            assertThat(street.board("Ben")).hasSize(4);
            assertThat(street.board("Ana")).hasSize(3);
        }
    }

    @Test
    void damaged_read_models_are_made_again_from_the_envelopes_without_any_neighbour() {
        try (var street = neighbourhood(2).seed(4)) {
            street.post("Ana", "soup on Tuesday?").after(hours(1));
            street.cutOff(List.of("Ana"));

            street.damageRecords("Ana", Shelf.DOCUMENT).after(Duration.ofMinutes(1));

            assertThat(street.board("Ana")).containsExactly("soup on Tuesday?");
            street.withdraw("soup on Tuesday?").move("Ana", "").settle();
            assertThat(street.board("Ben")).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {4, 5, 6, 7, 8, 15})
    void worlds_in_which_bits_flip_all_the_time_come_to_rest_whole(long seed) {
        Outcome outcome = Swarm.run(seed, 5, 2, new TreeSet<>(Set.of(Faults.Kind.BIT_ROT)));

        assertThat(outcome.violations())
                .as("seed %d, 5 households, 2 days", seed)
                .isEmpty();
    }
}
