package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void rfc_8032_test_1_signs_the_empty_message() {
        assertRfc8032(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void rfc_8032_test_2_signs_one_byte() {
        assertRfc8032(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @Test
    void rfc_8032_test_3_signs_two_bytes() {
        assertRfc8032(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    }

    @Test
    void a_signature_covers_label_and_parts() {
        SigningKey key = new SigningKey(new byte[32]);

        byte[] signature = key.sign(Label.ENVELOPE_SIGNATURE, "a".getBytes(US_ASCII), "bc".getBytes(US_ASCII));

        assertThat(Signatures.verify(key.publicKey(), signature, Label.ENVELOPE_SIGNATURE, "abc".getBytes(US_ASCII)))
                .isTrue();
        assertThat(signature).isEqualTo(key.signRaw("doorlight/envelope-signature/1\0abc".getBytes(US_ASCII)));
    }

    @Test
    void a_seed_of_another_length_is_a_mistake() {
        assertThatThrownBy(() -> new SigningKey(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_signing_key_keeps_to_itself() {
        byte[] seed = new SeededEntropy(4).bytes(32);
        SigningKey key = new SigningKey(seed);
        byte[] before = key.sign(Label.SEAL);

        seed[0]++;
        key.publicKey()[0]++;

        assertThat(key.sign(Label.SEAL)).isEqualTo(before);
        assertThat(key).hasToString("SigningKey[hidden]");
    }

    private static void assertRfc8032(String seed, String publicKey, String message, String signature) {
        SigningKey key = new SigningKey(hex(seed));

        assertThat(key.publicKey()).isEqualTo(hex(publicKey));
        assertThat(key.signRaw(hex(message))).isEqualTo(hex(signature));
        assertThat(Signatures.verifyRaw(hex(publicKey), hex(signature), hex(message)))
                .isTrue();
    }
}
