package org.doorlight.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.doorlight.protocol.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fuzz target, without a fuzzer: its seeds, all that ever broke it, and some mutants of them. {@code -Pfuzz} goes on from here. */
class FuzzRegressionTest {
    private static final int MUTANTS = 800;
    private static final int CHANGES_MAX = 8;

    static Set<Map.Entry<String, FuzzTarget>> targets() {
        return FuzzTargets.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seeds_and_former_findings_pass(Map.Entry<String, FuzzTarget> target) {
        for (byte[] input : FuzzTargets.inputs(target.getKey(), target.getValue())) {
            assertThatCode(() -> target.getValue().run(input)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void so_do_their_mutants(Map.Entry<String, FuzzTarget> target) {
        List<byte[]> inputs = FuzzTargets.inputs(target.getKey(), target.getValue());

        Property.cases(MUTANTS, CHANGES_MAX)
                .hold((random, size) -> target.getValue().run(mutant(inputs, random, size)));
    }

    @Test
    void nothing_is_an_input_too() {
        FuzzTargets.all().values().forEach(target -> target.run(new byte[0]));
    }

    private static byte[] mutant(List<byte[]> inputs, Random random, int changes) {
        byte[] bytes = inputs.get(random.nextInt(inputs.size())).clone();
        for (int change = 0; change < changes; change++) {
            bytes = changed(bytes, random, inputs.get(random.nextInt(inputs.size())));
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, Random random, byte[] other) {
        if (bytes.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(6)) {
            case 0 -> bytes[at] = (byte) random.nextInt();
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 2 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
            case 3 -> {
                return Arrays.copyOf(bytes, at + random.nextInt(3));
            }
            case 4 -> System.arraycopy(bytes, at, bytes, 0, bytes.length - at);
            default -> System.arraycopy(other, 0, bytes, at, Math.min(other.length, bytes.length - at));
        }
        return bytes;
    }
}
