package org.doorlight.protocol.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PaddingTest {
    private static final byte[] TEXT = {1, 2, 3};

    @Test
    void what_was_filled_up_is_stripped_again() {
        assertThat(Padding.strip(Padding.pad(TEXT))).contains(TEXT);
        assertThat(Padding.strip(Padding.pad(new byte[0]))).contains(new byte[0]);
    }

    @Test
    void filling_that_says_something_is_refused() {
        byte[] padded = Padding.pad(TEXT);

        for (int at = 4 + TEXT.length; at < padded.length; at++) {
            byte[] talking = padded.clone();
            talking[at] = 1;
            assertThat(Padding.strip(talking)).isEmpty();
        }
    }

    @Test
    void a_length_beyond_the_body_is_refused() {
        byte[] padded = Padding.pad(TEXT);

        for (int length : new int[] {padded.length - 3, padded.length, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            byte[] lying = padded.clone();
            ByteBuffer.wrap(lying).putInt(length);
            assertThat(Padding.strip(lying)).isEmpty();
        }
    }

    @Test
    void no_size_fits_nothing_or_too_much() {
        assertThat(Padding.sizeOf(0)).isZero();
        assertThat(Padding.sizeOf(-1)).isZero();
        assertThat(Padding.sizeOf((64 << 10) + 1)).isZero();
        assertThat(Padding.sizeOf(64 << 10)).isEqualTo(64 << 10);
    }
}
