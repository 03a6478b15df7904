package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.automerge.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes written by npm's @automerge/automerge; src/test/resources/automerge/README.md says how they were made. */
class NpmChangesTest {

    /** The cases whose changes are small enough to be bent a million times. */
    static final List<String> SMALL = List.of(
            "maps", "lists", "text-with-marks", "counters", "timestamps", "deletes", "several-actors", "blocks");

    static Stream<String> shown() {
        return Stream.concat(SMALL.stream(), Stream.of("large-values")).filter(name -> !name.equals("blocks"));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void changes_written_by_javascript_are_accepted_and_read_the_same_here(String name) {
        byte[] file = resource(name + ".changes");

        List<ChangeSummary> changes = Verdicts.allAccepted(file);
        var outline = new DocumentOutline();
        var document = new Document();
        for (ChangeSummary change : changes) {
            assertThat(outline.admit(change)).isEqualTo(new Admission.Admitted());
            document.applyEncodedChanges(change.plain().bytes());
        }

        String expected = new String(resource(name + ".txt"), StandardCharsets.UTF_8).strip();
        assertThat(EngineView.of(document)).isEqualTo(expected);
        assertThat(EngineView.heads(document)).isEqualTo(headsOf(changes));
        document.free();
    }

    @Test
    void text_divided_into_blocks_by_javascript_is_accepted() {
        List<ChangeSummary> changes = Verdicts.allAccepted(resource("blocks.changes"));

        var document = new Document();
        changes.forEach(change -> document.applyEncodedChanges(change.plain().bytes()));

        assertThat(EngineView.heads(document)).isEqualTo(headsOf(changes));
        document.free();
    }

    static List<ChangeId> headsOf(List<ChangeSummary> changes) {
        return changes.stream()
                .map(ChangeSummary::id)
                .filter(id -> changes.stream()
                        .noneMatch(change -> change.dependencies().contains(id)))
                .sorted()
                .toList();
    }

    static byte[] resource(String name) {
        try (InputStream stream = NpmChangesTest.class.getResourceAsStream("/automerge/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
