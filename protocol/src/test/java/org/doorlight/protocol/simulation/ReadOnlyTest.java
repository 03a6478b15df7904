package org.doorlight.protocol.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.simulation.Neighbourhood.hours;
import static org.doorlight.protocol.simulation.Neighbourhood.neighbourhood;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes nothing in: the home goes on looking, promises nothing, and is as before when the disk is. */
class ReadOnlyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_full_disk_at_any_step_loses_no_promise_and_breaks_none(int operations) {
        try (var street = neighbourhood(3).seed(operations)) {
            street.post("Ana", "soup on Tuesday?").after(hours(1));
            street.diskTrouble("Ana", StoreTrouble.Kind.DISK_FULL, operations);
            street.post("Ana", "a lift on Monday?");
            street.post("Ben", "bread on Friday?").after(Duration.ofSeconds(10));

            assertThat(street.board("Ana")).contains("soup on Tuesday?");

            street.settle();
            assertThat(street.board("Ana")).contains("soup on Tuesday?", "bread on Friday?");
        }
    }

    @Test
    void what_is_asked_while_the_disk_is_full_is_refused_with_a_sentence_and_works_afterwards() {
        try (var street = neighbourhood(2).seed(7)) {
            street.post("Ana", "soup on Tuesday?");
            street.diskTrouble("Ana", StoreTrouble.Kind.DISK_FULL, 1);

            assertThat(street.refusal("Ana", "a lift on Monday?"))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("Nothing was written", "Make room"));
            assertThat(street.storeState("Ana")).isEqualTo("FULL");
            assertThat(street.refusal("Ana", "a lift on Friday?")).isPresent();
            assertThat(street.board("Ana")).containsExactly("soup on Tuesday?");

            street.makeRoom("Ana").after(Duration.ofMinutes(1));
            assertThat(street.storeState("Ana")).isEqualTo("WRITABLE");
            assertThat(street.refusal("Ana", "a walk on Sunday?")).isEmpty();
            street.settle();
            assertThat(street.board("Ben")).containsExactlyInAnyOrder("soup on Tuesday?", "a walk on Sunday?");
        }
    }

    @Test
    void after_an_error_while_syncing_nobody_is_told_it_worked_and_the_home_comes_back_by_itself() {
        try (var street = neighbourhood(2).seed(7)) {
            street.diskTrouble("Ana", StoreTrouble.Kind.SYNC_FAILS, 1);

            assertThat(street.refusal("Ana", "a lift on Monday?"))
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("may be lost", "Check the disk"));

            street.after(Duration.ofMinutes(1));
            assertThat(street.storeState("Ana")).isEqualTo("WRITABLE");
            assertThat(street.refusal("Ana", "a walk on Sunday?")).isEmpty();
            street.settle();
            assertThat(street.board("Ben")).contains("a walk on Sunday?");
        }
    }
}
