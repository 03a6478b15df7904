package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HkdfTest {
    private static final byte[] SECRET = hex("0b".repeat(22));

    @Test
    void rfc_5869_test_case_1_gives_its_figures() {
        byte[] salt = hex("000102030405060708090a0b0c");

        assertThat(Hkdf.extract(salt, SECRET))
                .isEqualTo(hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5"));
        assertThat(Hkdf.extractAndExpand(SECRET, salt, hex("f0f1f2f3f4f5f6f7f8f9"), 42))
                .isEqualTo(hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"));
    }

    @Test
    void rfc_5869_test_case_3_without_salt_and_info_gives_its_figures() {
        assertThat(Hkdf.extractAndExpand(SECRET, new byte[0], new byte[0], 42))
                .isEqualTo(hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"));
    }

    @Test
    void a_derived_key_has_label_and_parts_as_its_info_and_no_salt() {
        byte[] expected =
                Hkdf.extractAndExpand(SECRET, new byte[0], "doorlight/envelope-key/1\0abc".getBytes(US_ASCII), 32);

        assertThat(Hkdf.derive(SECRET, 32, Label.ENVELOPE_KEY, "a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)))
                .isEqualTo(expected);
    }

    @Test
    void another_secret_label_or_part_gives_another_key() {
        byte[] part = new byte[16];
        byte[] key = Hkdf.derive(SECRET, 32, Label.ENVELOPE_KEY, part);

        assertThat(Hkdf.derive(SECRET, 32, Label.REST_KEY, part)).isNotEqualTo(key);
        Tampering.everywhere(
                part,
                changed -> assertThat(Hkdf.derive(SECRET, 32, Label.ENVELOPE_KEY, changed))
                        .isNotEqualTo(key));
        Tampering.everywhere(
                SECRET,
                changed -> assertThat(Hkdf.derive(changed, 32, Label.ENVELOPE_KEY, part))
                        .isNotEqualTo(key));
    }

    @Test
    void a_key_of_any_length_up_to_255_hashes_is_the_beginning_of_a_longer_one() {
        byte[] longest = Hkdf.derive(SECRET, Hkdf.OUTPUT_BYTES_MAX, Label.ENVELOPE_KEY);

        for (int length : new int[] {0, 1, 31, 32, 33, 64, 8159}) {
            assertThat(Hkdf.derive(SECRET, length, Label.ENVELOPE_KEY)).isEqualTo(Arrays.copyOf(longest, length));
        }
    }

    @Test
    void a_longer_or_negative_length_is_a_mistake() {
        for (int length : new int[] {-1, Hkdf.OUTPUT_BYTES_MAX + 1}) {
            assertThatThrownBy(() -> Hkdf.derive(SECRET, length, Label.ENVELOPE_KEY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
