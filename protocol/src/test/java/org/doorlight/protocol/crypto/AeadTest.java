package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import java.util.Arrays;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.junit.jupiter.api.Test;

class AeadTest {
    private static final byte[] KEY = hex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    private static final byte[] NONCE = hex("404142434445464748494a4b4c4d4e4f5051525354555657");
    private static final byte[] AAD = hex("50515253c0c1c2c3c4c5c6c7");
    private static final byte[] SUNSCREEN = ("Ladies and Gentlemen of the class of '99: If I could offer you only one"
                    + " tip for the future, sunscreen would be it.")
            .getBytes(US_ASCII);

    @Test
    void the_example_of_draft_irtf_cfrg_xchacha_03_a_3_1_gives_its_figures() {
        byte[] sealed = hex("bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                + "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                + "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                + "21f9664c97637da9768812f615c68b13b52e"
                + "c0875924c1c7987947deafd8780acf49");

        assertThat(Aead.seal(KEY, NONCE, AAD, SUNSCREEN)).isEqualTo(sealed);
        assertThat(Aead.open(KEY, NONCE, AAD, sealed).orElseThrow()).isEqualTo(SUNSCREEN);
    }

    @Test
    void the_example_of_rfc_8439_section_2_8_2_gives_its_figures() {
        byte[] nonce = hex("070000004041424344454647");
        byte[] sealed = hex("d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                + "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                + "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                + "3ff4def08e4b7a9de576d26586cec64b6116"
                + "1ae10b594f09e26a7e902ecbd0600691");

        assertThat(Aead.seal(new ChaCha20Poly1305(), Aead.parameters(KEY, nonce, AAD), SUNSCREEN))
                .isEqualTo(sealed);
        assertThat(Aead.open(new ChaCha20Poly1305(), Aead.parameters(KEY, nonce, AAD), sealed)
                        .orElseThrow())
                .isEqualTo(SUNSCREEN);
    }

    @Test
    void what_is_sealed_opens_again_at_every_length() {
        SeededEntropy entropy = new SeededEntropy(1);

        for (int length : new int[] {0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 255, 256, 1_000, 65_536}) {
            byte[] plaintext = entropy.bytes(length);

            byte[] sealed = Aead.seal(KEY, NONCE, AAD, plaintext);

            assertThat(sealed).hasSize(length + Aead.TAG_BYTES);
            assertThat(Aead.open(KEY, NONCE, AAD, sealed).orElseThrow()).isEqualTo(plaintext);
        }
    }

    @Test
    void a_change_anywhere_in_key_nonce_aad_or_ciphertext_is_refused() {
        byte[] sealed = Aead.seal(KEY, NONCE, AAD, SUNSCREEN);

        Tampering.everywhere(
                KEY,
                changed -> assertThat(Aead.open(changed, NONCE, AAD, sealed)).isEmpty());
        Tampering.everywhere(
                NONCE,
                changed -> assertThat(Aead.open(KEY, changed, AAD, sealed)).isEmpty());
        Tampering.everywhere(
                AAD,
                changed -> assertThat(Aead.open(KEY, NONCE, changed, sealed)).isEmpty());
        Tampering.everywhere(
                sealed,
                changed -> assertThat(Aead.open(KEY, NONCE, AAD, changed)).isEmpty());
    }

    @Test
    void a_ciphertext_cut_short_or_made_longer_is_refused() {
        byte[] sealed = Aead.seal(KEY, NONCE, AAD, SUNSCREEN);

        for (int length = 0; length <= sealed.length + 20; length++) {
            if (length != sealed.length) {
                assertThat(Aead.open(KEY, NONCE, AAD, Arrays.copyOf(sealed, length)))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_key_or_nonce_of_another_length_is_a_mistake() {
        assertThatThrownBy(() -> Aead.seal(new byte[16], NONCE, AAD, SUNSCREEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aead.seal(KEY, new byte[12], AAD, SUNSCREEN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aead.open(KEY, new byte[25], AAD, SUNSCREEN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
