package org.doorlight.protocol.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.simulation.Neighbourhood.days;
import static org.doorlight.protocol.simulation.Neighbourhood.hours;
import static org.doorlight.protocol.simulation.Neighbourhood.neighbourhood;

import org.junit.jupiter.api.Test;

/** Stories told in code. */
class NeighbourhoodTest {
    @Test
    void a_house_back_after_a_week_catches_up() {
        try (var street = neighbourhood(4).seed(7)) {
            street.offline("Ana", days(7));

            street.post("Ben", "soup on Tuesday?");
            street.online("Ana").settle();

            assertThat(street.board("Ana")).contains("soup on Tuesday?");
        }
    }

    @Test
    void a_request_gets_through_however_rough_the_network_is() {
        try (var street = neighbourhood(5).seed(3).loss(0.5).breakage(0.02)) {
            street.post("Chidi", "a lift on Friday");

            street.after(hours(2));

            assertThat(street.names())
                    .allSatisfy(name -> assertThat(street.board(name)).contains("a lift on Friday"));
        }
    }

    @Test
    void a_full_disk_loses_nothing_that_was_promised() {
        try (var street = neighbourhood(3).seed(9)) {
            street.post("Ana", "before");
            street.diskTrouble("Ana", StoreTrouble.Kind.DISK_FULL, 1);
            street.post("Ana", "on a full disk");

            street.after(days(1)).settle();

            assertThat(street.board("Ben")).contains("before").doesNotContain("on a full disk");
        }
    }

    @Test
    void the_same_story_twice_is_the_same_world() {
        assertThat(story()).isEqualTo(story());
    }

    private static String story() {
        try (var street = neighbourhood(3).seed(5).loss(0.2)) {
            street.post("Ana", "soup").powerCut("Ben", hours(1)).after(hours(3));
            return street.traceHash();
        }
    }
}
