package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.automerge.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The fixtures and fuzz crashers of the Automerge project. They are read where they lie, in {@code ../shared/vectors}
 * beside the checkout or where the system property {@code doorlight.vectors} points; without them these tests skip.
 */
class AutomergeVectorsTest {

    @ParameterizedTest
    @CsvSource({
        "fixtures/counter_value_is_ok.automerge, 1",
        "fixtures/two_change_chunks.automerge, 2",
        "fixtures/two_change_chunks_compressed.automerge, 2",
        "fixtures/two_change_chunks_out_of_order.automerge, 2"
    })
    void a_valid_fixture_of_changes_is_accepted_and_applies(String name, int chunks) throws IOException {
        List<ChangeSummary> changes = Verdicts.allAccepted(vector(name));

        var document = new Document();
        changes.forEach(change -> document.applyEncodedChanges(change.plain().bytes()));

        assertThat(changes).hasSize(chunks);
        assertThat(EngineView.heads(document)).isEqualTo(NpmChangesTest.headsOf(changes));
        document.free();
    }

    @Test
    void the_compressed_fixture_holds_the_same_changes_as_the_plain_one() throws IOException {
        assertThat(Verdicts.allAccepted(vector("fixtures/two_change_chunks_compressed.automerge")))
                .isEqualTo(Verdicts.allAccepted(vector("fixtures/two_change_chunks.automerge")));
    }

    @ParameterizedTest
    @CsvSource({"fixtures/broken_zero_width_mark.automerge, 8", "interop/exemplar, 21"})
    void a_valid_fixture_of_a_saved_document_is_explained_but_never_taken_as_a_change(String name, int operations)
            throws IOException {
        var finding =
                (ChunkInspection.Document) ChunkInspection.inspect(vector(name)).get(0);

        assertThat(finding.verdict()).isInstanceOf(DocumentVerdict.Acceptable.class);
        assertThat(((DocumentVerdict.Acceptable) finding.verdict()).operations())
                .isEqualTo(operations);
        Verdicts.refused(vector(name), Reason.WHOLE_DOCUMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "fixtures/64bit_obj_id_change.automerge, NUMBER_OUT_OF_RANGE",
        "fixtures/64bit_obj_id_doc.automerge, NUMBER_OUT_OF_RANGE",
        "fixtures/counter_value_has_incorrect_meta.automerge, BAD_VALUE",
        "fixtures/counter_value_is_overlong.automerge, NUMBER_NOT_SHORTEST",
        "fuzz-crashers/action-is-48.automerge, SEQUENCE_WITHOUT_DEPENDENCY",
        "fuzz-crashers/crash-da39a3ee5e6b4b0d3255bfef95601890afd80709, TRUNCATED",
        "fuzz-crashers/incorrect_max_op.automerge, NUMBER_OUT_OF_RANGE",
        "fuzz-crashers/invalid_deflate_stream.automerge, WRONG_CHECKSUM",
        "fuzz-crashers/missing_actor.automerge, UNKNOWN_COLUMN",
        "fuzz-crashers/overflow_in_length.automerge, BAD_ACTOR",
        "fuzz-crashers/too_many_deps.automerge, NUMBER_NOT_SHORTEST",
        "fuzz-crashers/too_many_ops.automerge, NUMBER_NOT_SHORTEST"
    })
    void a_broken_fixture_is_refused_for_its_fault(String name, Reason reason) throws IOException {
        List<ChunkInspection.Finding> findings = ChunkInspection.inspect(vector(name));

        assertThat(findings).hasSize(1);
        assertThat(reason(findings.get(0))).isEqualTo(reason);
        assertThat(ChangeValidator.validateAll(vector(name)))
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(ChangeVerdict.Refused.class));
    }

    private static Reason reason(ChunkInspection.Finding finding) {
        if (finding instanceof ChunkInspection.Change change) {
            return Verdicts.reason(change.verdict());
        }
        DocumentVerdict verdict = ((ChunkInspection.Document) finding).verdict();
        assertThat(verdict).isInstanceOf(DocumentVerdict.Refused.class);
        return ((DocumentVerdict.Refused) verdict).reason();
    }

    private static byte[] vector(String name) throws IOException {
        Path file = folder().resolve("automerge").resolve(name);
        assumeThat(file)
                .as("test vectors; -Ddoorlight.vectors=FOLDER names their place")
                .exists();
        return Files.readAllBytes(file);
    }

    // Tests run in the module's folder; the checkout is its parent.
    private static Path folder() {
        String named = System.getProperty("doorlight.vectors");
        return named != null ? Path.of(named) : Path.of("..", "..", "shared", "vectors");
    }
}
