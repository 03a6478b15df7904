package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.automerge.Document;
import org.doorlight.protocol.document.ChangeSummary;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes, through both doors and what comes through into the engine: if it aborts, the process dies and the input is kept. */
class ChangeFuzz {
    private static final ChangeTarget TARGET = new ChangeTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("change", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.admitted(input).ifPresent(ChangeFuzz::apply);
    }

    private static void apply(ChangeSummary change) {
        Document document = new Document();
        TARGET.before().forEach(one -> document.applyEncodedChanges(one.plain().bytes()));
        document.applyEncodedChanges(change.plain().bytes());
        document.getHeads();
        document.free();
    }
}
