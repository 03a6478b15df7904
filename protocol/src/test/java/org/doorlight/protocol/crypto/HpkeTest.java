package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.doorlight.protocol.Vectors;
import org.junit.jupiter.api.Test;

class HpkeTest {
    private static final String X25519_KEM = "32";
    private static final String CHACHA20_POLY1305 = "3";
    private static final String MODE_BASE = "0";
    private static final String MODE_PSK = "1";

    private final SeededEntropy entropy = new SeededEntropy(1);
    private final AgreementKey device = new AgreementKey(entropy.bytes(32));
    private final byte[] info = entropy.bytes(80);
    private final byte[] secret = entropy.bytes(32);
    private final byte[] ephemeralSeed = entropy.bytes(32);

    @Test
    void the_base_example_of_rfc_9180_a_2_1_gives_its_figures() {
        byte[] recipientKey = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        AgreementKey recipient =
                new AgreementKey(hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"));
        byte[] ephemeralIkm = hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
        byte[] odeOnAGrecianUrn = hex("4f6465206f6e2061204772656369616e2055726e");
        byte[] countZero = hex("436f756e742d30");
        byte[] beauty = hex("4265617574792069732074727574682c20747275746820626561757479");
        byte[] wrapped = hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
                + "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");

        assertThat(recipient.publicKey()).isEqualTo(recipientKey);
        assertThat(Hpke.wrap(recipientKey, odeOnAGrecianUrn, countZero, beauty, ephemeralIkm).orElseThrow())
                .isEqualTo(wrapped);
        assertThat(Hpke.unwrap(recipient, odeOnAGrecianUrn, countZero, wrapped).orElseThrow())
                .isEqualTo(beauty);
    }

    @Test
    void every_base_context_of_rfc_9180_with_our_suite_seals_and_opens() {
        int contexts = 0;
        for (JsonNode context : Vectors.json("hpke/rfc9180-x25519.json")) {
            JsonNode setup = context.get("setup");
            if (is(setup, "mode", MODE_BASE) && is(setup, "aead_id", CHACHA20_POLY1305)) {
                assertSealsFirstMessage(setup, context.get("encryptions").get(0));
                contexts++;
            }
        }
        assertThat(contexts).isEqualTo(1);
    }

    /** The cipher plays no part in the encapsulation, and a shared key beside it none either. */
    @Test
    void every_unauthenticated_context_of_rfc_9180_agrees_on_its_shared_secret() {
        int contexts = 0;
        for (JsonNode context : Vectors.json("hpke/rfc9180-x25519.json")) {
            JsonNode setup = context.get("setup");
            if (is(setup, "mode", MODE_BASE) || is(setup, "mode", MODE_PSK)) {
                assertAgrees(setup);
                contexts++;
            }
        }
        assertThat(contexts).isEqualTo(6);
    }

    @Test
    void a_secret_wrapped_to_a_device_is_80_bytes_and_opens_there() {
        byte[] wrapped = wrapped();

        assertThat(wrapped).hasSize(80);
        assertThat(Hpke.unwrap(device, info, wrapped).orElseThrow()).isEqualTo(secret);
    }

    @Test
    void whoever_repairs_a_gap_makes_the_same_bytes() {
        assertThat(wrapped()).isEqualTo(wrapped());
    }

    @Test
    void a_change_anywhere_in_the_wrap_or_its_info_is_refused() {
        byte[] wrapped = wrapped();

        Tampering.everywhere(wrapped, changed -> assertThat(Hpke.unwrap(device, info, changed)).isEmpty());
        Tampering.everyByte(info, changed -> assertThat(Hpke.unwrap(device, changed, wrapped)).isEmpty());
    }

    @Test
    void another_device_cannot_open_it() {
        AgreementKey other = new AgreementKey(entropy.bytes(32));

        assertThat(Hpke.unwrap(other, info, wrapped())).isEmpty();
    }

    @Test
    void a_wrap_of_another_length_is_refused() {
        byte[] wrapped = wrapped();

        for (int length = 0; length <= wrapped.length + 20; length++) {
            if (length != wrapped.length) {
                assertThat(Hpke.unwrap(device, info, Arrays.copyOf(wrapped, length))).isEmpty();
            }
        }
    }

    @Test
    void an_all_zero_agreement_is_refused_on_both_sides() {
        byte[] nobody = new byte[32];
        byte[] fromNobody = Bytes.join(nobody, entropy.bytes(48));

        assertThat(Hpke.wrap(nobody, info, secret, ephemeralSeed)).isEmpty();
        assertThat(Hpke.unwrap(device, info, fromNobody)).isEmpty();
    }

    @Test
    void random_bytes_are_refused_without_an_exception() {
        for (int round = 0; round < 500; round++) {
            assertThat(Hpke.unwrap(device, info, entropy.bytes(80))).isEmpty();
        }
    }

    @Test
    void an_ephemeral_seed_of_another_length_is_a_mistake() {
        assertThatThrownBy(() -> Hpke.wrap(device.publicKey(), info, secret, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] wrapped() {
        return Hpke.wrap(device.publicKey(), info, secret, ephemeralSeed).orElseThrow();
    }

    private static void assertSealsFirstMessage(JsonNode setup, JsonNode first) {
        byte[] wrapped = Bytes.join(bytes(setup, "enc"), bytes(first, "ct"));

        assertThat(Hpke.wrap(
                                bytes(setup, "pkRm"),
                                bytes(setup, "info"),
                                bytes(first, "aad"),
                                bytes(first, "pt"),
                                bytes(setup, "ikmE"))
                        .orElseThrow())
                .isEqualTo(wrapped);
        AgreementKey recipient = new AgreementKey(bytes(setup, "skRm"));
        assertThat(Hpke.unwrap(recipient, bytes(setup, "info"), bytes(first, "aad"), wrapped).orElseThrow())
                .isEqualTo(bytes(first, "pt"));
    }

    private static void assertAgrees(JsonNode setup) {
        AgreementKey ephemeral = Dhkem.deriveKey(bytes(setup, "ikmE"));
        AgreementKey recipient = Dhkem.deriveKey(bytes(setup, "ikmR"));

        assertThat(is(setup, "kem_id", X25519_KEM)).isTrue();
        assertThat(ephemeral.publicKey()).isEqualTo(bytes(setup, "pkEm"));
        assertThat(recipient.publicKey()).isEqualTo(bytes(setup, "pkRm"));
        assertThat(Dhkem.sharedSecret(ephemeral, bytes(setup, "pkRm")).orElseThrow())
                .isEqualTo(bytes(setup, "shared_secret"));
        assertThat(Dhkem.receivedSecret(recipient, bytes(setup, "enc")).orElseThrow())
                .isEqualTo(bytes(setup, "shared_secret"));
    }

    private static boolean is(JsonNode setup, String field, String value) {
        return setup.get(field).asText().equals(value);
    }

    private static byte[] bytes(JsonNode node, String field) {
        return hex(node.get(field).asText());
    }
}
