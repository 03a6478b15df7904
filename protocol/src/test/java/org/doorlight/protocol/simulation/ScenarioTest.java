package org.doorlight.protocol.simulation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories in {@code src/test/resources/scenarios} go as they are told. */
class ScenarioTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "back-after-a-week",
                "two-halves-of-a-street",
                "for-two-neighbours",
                "wrong-clocks",
                "power-cut-while-writing",
                "a-laptop-between-two-homes",
                "put-back-from-a-copy",
                "put-back-where-nothing-tells",
                "a-home-copied-and-both-run",
                "a-full-disk",
                "a-damaged-disk",
                "two-answers",
                "two-answers-later",
                "the-steward-can-say-who-it-is",
                "a-neighbour-who-means-harm"
            })
    void the_story_goes_as_it_is_told(String story) throws IOException {
        try (InputStream text = getClass().getResourceAsStream("/scenarios/" + story + ".txt")) {
            Scenario.read(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .play();
        }
    }

    @Test
    void a_story_that_does_not_go_as_told_says_where() {
        Scenario story = Scenario.read("On the street live Ana and Ben.\nAna sees \"soup on Tuesday?\"");

        assertThatThrownBy(story::play)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Ana does not see \"soup on Tuesday?\"");
    }

    @Test
    void a_sentence_nobody_understands_is_named() {
        Scenario story = Scenario.read("On the street live Ana and Ben.\nAna juggles.");

        assertThatThrownBy(story::play).hasMessage("nobody understands: Ana juggles.");
    }

    @Test
    void a_story_has_to_say_who_lives_there() {
        assertThatThrownBy(() -> Scenario.read("Ana posts \"soup\"").play()).hasMessageContaining("On the street live");
    }
}
