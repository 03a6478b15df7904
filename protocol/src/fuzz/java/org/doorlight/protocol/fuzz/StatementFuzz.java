package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Statements, and charters that are given them. */
class StatementFuzz {
    private static final FuzzTarget TARGET = new StatementTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("statement", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.run(input);
    }
}
