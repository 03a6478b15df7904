package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.Vectors.hex;

import org.junit.jupiter.api.Test;

class DigestTest {

    @Test
    void sha256_gives_the_figures_of_fips_180() {
        byte[] expected = hex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        assertThat(Digest.sha256("abc".getBytes(US_ASCII))).isEqualTo(expected);
        assertThat(Digest.sha256("a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)))
                .isEqualTo(expected);
        assertThat(Digest.sha256()).isEqualTo(hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    @Test
    void a_labelled_hash_is_sha256_over_label_and_parts() {
        byte[] expected = Digest.sha256("doorlight/seal/1\0abc".getBytes(US_ASCII));

        assertThat(Digest.hash(Label.SEAL, "ab".getBytes(US_ASCII), "c".getBytes(US_ASCII)))
                .isEqualTo(expected);
    }

    @Test
    void two_labels_never_give_the_same_hash() {
        assertThat(Digest.hash(Label.SEAL)).isNotEqualTo(Digest.hash(Label.DOCUMENT_ID));
    }

    @Test
    void a_short_hash_is_the_beginning_of_the_long_one() {
        assertThat(Digest.hash16(Label.SEAL)).hasSize(16);
        assertThat(Digest.hash(Label.SEAL)).startsWith(Digest.hash16(Label.SEAL));
    }
}
