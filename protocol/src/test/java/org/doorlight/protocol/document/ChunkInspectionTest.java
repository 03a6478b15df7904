package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file is explained within bounds, however much a few of its bytes stand for. */
class ChunkInspectionTest {
    private static final int REFUSED_CHANGES_MAX =
            ChangeLimits.FILE_OPERATIONS_MAX / ChangeLimits.CHANGE_OPERATIONS_MAX;

    @Test
    void a_file_of_more_saved_documents_than_allowed_is_not_read_to_its_end() {
        byte[] document = ChangeParts.chunk(0, new byte[] {0});

        List<ChunkInspection.Finding> findings = ChunkInspection.inspect(times(7, document));

        assertThat(findings).hasSize(ChangeLimits.FILE_DOCUMENTS_MAX + 1);
        assertThat(reasonOfLast(findings)).isEqualTo(Reason.TOO_MANY_CHUNKS);
    }

    @Test
    void refused_changes_count_as_the_largest_because_they_may_have_cost_as_much() {
        byte[] damaged = ChangeParts.chunk(1, new byte[] {0});

        List<ChunkInspection.Finding> findings = ChunkInspection.inspect(times(1_000, damaged));

        assertThat(findings).hasSize(REFUSED_CHANGES_MAX + 1);
        assertThat(reasonOfLast(findings)).isEqualTo(Reason.TOO_MANY_OPERATIONS);
    }

    @Test
    void ordinary_changes_are_read_by_the_thousand() {
        byte[] change = ChangeParts.simple().chunk();

        assertThat(ChunkInspection.inspect(times(5_000, change)))
                .hasSize(5_000)
                .allSatisfy(finding -> assertThat(((ChunkInspection.Change) finding).verdict())
                        .isInstanceOf(ChangeVerdict.Acceptable.class));
    }

    private static byte[] times(int count, byte[] chunk) {
        return ChangeParts.join(Collections.nCopies(count, chunk).toArray(byte[][]::new));
    }

    private static Reason reasonOfLast(List<ChunkInspection.Finding> findings) {
        var last = (ChunkInspection.Change) findings.get(findings.size() - 1);
        return ((ChangeVerdict.Refused) last.verdict()).reason();
    }
}
