package org.doorlight.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00/PT1H,            2026-12-01T18:00,       PT1H,     1",
        "2026-12-01T18:00:30Z/PT1H30Mx2,   2026-12-01T18:00:30Z,   PT1H30M,  2",
        "2026-12-01T18:00+01:00/90mx12,    2026-12-01T18:00+01:00, 90m,      12",
        "2026-12-01T18:00-03:30/1h30m,     2026-12-01T18:00-03:30, 1h30m,    1",
        "2026-12-01T18:00/P1DT2H,          2026-12-01T18:00,       P1DT2H,   1",
    })
    void what_people_type_is_taken_apart(String text, String start, String duration, int need) {
        assertThat(SlotText.parse(text)).contains(new SlotText(start, duration, need));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-12-01/PT1H",
                "2026-12-01T18:00",
                "2026-12-01T18:00/",
                "2026-12-01T18:00/P",
                "2026-12-01T18:00/PT",
                "2026-12-01T18:00/1x1",
                "2026-12-01T18:00/PT1Hx0",
                "2026-12-01T18:00/PT1Hx",
                "2026-12-01T18:00/PT1Hx-1",
                "2026-12-01T18:00+1/PT1H",
            })
    void what_has_another_shape_is_not(String text) {
        assertThat(SlotText.parse(text)).isEmpty();
    }

    @Test
    void it_goes_to_the_node_as_it_was_typed() {
        SlotText slot = SlotText.parse("2026-12-01T18:00/90mx2").orElseThrow();

        assertThat(slot.json().fields())
                .containsEntry("start", "2026-12-01T18:00")
                .containsEntry("duration", "90m")
                .containsEntry("need", 2);
    }
}
