package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AgreementKeyTest {

    @Test
    void rfc_7748_section_5_2_gives_its_figures() {
        AgreementKey key = new AgreementKey(hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"));

        assertThat(key.agree(hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c"))
                        .orElseThrow())
                .isEqualTo(hex("c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"));
    }

    @Test
    void rfc_7748_section_6_1_alice_and_bob_agree() {
        AgreementKey alice = new AgreementKey(hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
        AgreementKey bob = new AgreementKey(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));

        assertThat(alice.publicKey())
                .isEqualTo(hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a"));
        assertThat(bob.publicKey()).isEqualTo(hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
        byte[] shared = hex("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assertThat(alice.agree(bob.publicKey()).orElseThrow()).isEqualTo(shared);
        assertThat(bob.agree(alice.publicKey()).orElseThrow()).isEqualTo(shared);
    }

    @Test
    void a_point_of_small_order_is_no_key_for_anybody() {
        for (String point : new String[] {
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
        }) {
            assertThat(AgreementKey.accepts(hex(point))).isFalse();
            assertThat(new AgreementKey(new SeededEntropy(1).bytes(32)).agree(hex(point)))
                    .isEmpty();
        }
    }

    @Test
    void an_honest_key_is_accepted_and_one_of_another_length_is_not() {
        byte[] publicKey = new AgreementKey(new SeededEntropy(2).bytes(32)).publicKey();

        assertThat(AgreementKey.accepts(publicKey)).isTrue();
        assertThat(AgreementKey.accepts(Arrays.copyOf(publicKey, 31))).isFalse();
        assertThat(AgreementKey.accepts(Arrays.copyOf(publicKey, 33))).isFalse();
        assertThat(AgreementKey.accepts(new byte[0])).isFalse();
    }

    @Test
    void an_agreement_key_keeps_to_itself() {
        byte[] seed = new SeededEntropy(3).bytes(32);
        AgreementKey key = new AgreementKey(seed);
        byte[] other = new AgreementKey(new SeededEntropy(4).bytes(32)).publicKey();
        byte[] before = key.agree(other).orElseThrow();

        seed[5]++;
        key.publicKey()[0]++;

        assertThat(key.agree(other).orElseThrow()).isEqualTo(before);
        assertThat(key).hasToString("AgreementKey[hidden]");
        assertThatThrownBy(() -> new AgreementKey(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }
}
