package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the native engine writes has to be accepted, and has to mean the same to it afterwards. */
class EngineChangesTest {

    static List<EngineStories.Story> stories() {
        return EngineStories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_the_engine_writes_is_accepted_and_rebuilds_the_same_document(EngineStories.Story story) {
        List<ChangeSummary> changes = Verdicts.allAccepted(story.changes());

        var rebuilt = new org.automerge.Document();
        changes.forEach(change -> rebuilt.applyEncodedChanges(change.plain().bytes()));

        assertThat(EngineView.heads(rebuilt)).isEqualTo(story.heads()).isEqualTo(NpmChangesTest.headsOf(changes));
        assertThat(EngineView.of(rebuilt)).isEqualTo(story.view());
        rebuilt.free();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_the_engine_writes_fits_the_outline_of_what_came_before(EngineStories.Story story) {
        var outline = new DocumentOutline();

        for (ChangeSummary change : Verdicts.allAccepted(story.changes())) {
            assertThat(outline.admit(change)).isEqualTo(new Admission.Admitted());
        }
    }
}
