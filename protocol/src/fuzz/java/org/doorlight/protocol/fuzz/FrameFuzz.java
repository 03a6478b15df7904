package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames, and sessions that are given them. */
class FrameFuzz {
    private static final FuzzTarget TARGET = new FrameTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("frame", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.run(input);
    }
}
