package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededEntropyTest {

    @Test
    void one_seed_is_one_world() {
        SeededEntropy one = new SeededEntropy(7);
        SeededEntropy twin = new SeededEntropy(7);

        for (int length : new int[] {0, 1, 32, 33, 100, 24}) {
            assertThat(one.bytes(length)).hasSize(length).isEqualTo(twin.bytes(length));
        }
    }

    @Test
    void the_first_block_is_the_labelled_hash_of_seed_and_zero() {
        byte[] seedAndCounter = ByteBuffer.allocate(16).putLong(7).putLong(0).array();

        assertThat(new SeededEntropy(7).bytes(32)).isEqualTo(Digest.hash(Label.SEEDED_ENTROPY, seedAndCounter));
    }

    @Test
    void nothing_comes_twice() {
        Set<ByteBuffer> seen = new HashSet<>();

        for (long seed = -50; seed < 50; seed++) {
            SeededEntropy entropy = new SeededEntropy(seed);
            for (int call = 0; call < 50; call++) {
                assertThat(seen.add(ByteBuffer.wrap(entropy.bytes(16)))).isTrue();
            }
        }
    }

    @Test
    void a_negative_length_is_a_mistake() {
        assertThatThrownBy(() -> new SeededEntropy(7).bytes(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
