package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Grants, and books that are given them. */
class GrantFuzz {
    private static final FuzzTarget TARGET = new GrantTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("grant", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.run(input);
    }
}
