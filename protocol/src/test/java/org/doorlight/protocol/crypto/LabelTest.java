package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void no_label_is_a_prefix_of_another() {
        for (Label one : Label.values()) {
            for (Label other : Label.values()) {
                if (one != other) {
                    assertThat(text(other)).doesNotStartWith(text(one));
                }
            }
        }
    }

    @Test
    void every_label_is_doorlight_its_name_a_version_and_a_nul() {
        for (Label label : Label.values()) {
            assertThat(text(label)).matches("doorlight/[a-z]+(-[a-z]+)*/[1-9][0-9]*\0");
            assertThat(text(label))
                    .contains("/" + label.name().toLowerCase(Locale.ROOT).replace('_', '-') + "/");
        }
    }

    @Test
    void a_label_cannot_be_changed_through_the_bytes_it_hands_out() {
        Label.SEAL.bytes()[0] = 'X';

        assertThat(text(Label.SEAL)).isEqualTo("doorlight/seal/1\0");
    }

    @Test
    void a_label_stands_before_the_parts() {
        assertThat(new String(Label.SEAL.before("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)), US_ASCII))
                .isEqualTo("doorlight/seal/1\0abc");
    }

    private static String text(Label label) {
        return new String(label.bytes(), US_ASCII);
    }
}
