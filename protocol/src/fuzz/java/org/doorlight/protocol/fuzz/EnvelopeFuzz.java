package org.doorlight.protocol.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Envelopes and bodies. */
class EnvelopeFuzz {
    private static final FuzzTarget TARGET = new EnvelopeTarget();

    static List<byte[]> inputs() {
        return FuzzTargets.inputs("envelope", TARGET);
    }

    @MethodSource("inputs")
    @FuzzTest
    void any_bytes(byte[] input) {
        TARGET.run(input);
    }
}
