package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** What people type for a code. */
class InviteCodeFuzz {
    private static final FuzzTarget TARGET = new InviteCodeTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("invite-code", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.run(input);
    }
}
