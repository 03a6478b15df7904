package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.Vectors.hex;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.Vectors;
import org.junit.jupiter.api.Test;

/** The figures of RFC 9180, appendix A. They bind additional data, which our own wraps leave empty. */
class HpkeExamplesTest {
    private static final int MODE_BASE = 0;
    private static final int MODE_PSK = 1;
    private static final int CHACHA20_POLY1305 = 3;

    @Test
    void the_base_example_of_a_2_1_gives_its_figures() {
        byte[] recipientKey = hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a");
        byte[] ephemeralKey = hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a");
        byte[] ephemeralIkm = hex("909a9b35d3dc4713a5e72a4da274b55d3d3821a37e5d099e74a647db583a904b");
        AgreementKey recipient =
                new AgreementKey(hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"));
        byte[] sharedSecret = hex("0bbe78490412b4bbea4812666f7916932b828bba79942424abb65244930d69a7");
        byte[] ciphertext =
                hex("1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28");

        AgreementKey ephemeral = Dhkem.deriveKey(ephemeralIkm);
        Hpke.Context context = Hpke.Context.of(sharedSecret, ascii("Ode on a Grecian Urn"));

        assertThat(ephemeral.publicKey()).isEqualTo(ephemeralKey);
        assertThat(recipient.publicKey()).isEqualTo(recipientKey);
        assertThat(Dhkem.sharedSecret(ephemeral, recipientKey)).hasValue(sharedSecret);
        assertThat(Dhkem.receivedSecret(recipient, ephemeralKey)).hasValue(sharedSecret);
        assertThat(context.key()).isEqualTo(hex("ad2744de8e17f4ebba575b3f5f5a8fa1f69c2a07f6e7500bc60ca6e3e3ec1c91"));
        assertThat(context.nonce()).isEqualTo(hex("5c4d98150661b848853b547f"));
        assertThat(context.seal(ascii("Count-0"), ascii("Beauty is truth, truth beauty")))
                .isEqualTo(ciphertext);
        assertThat(context.open(ascii("Count-0"), ciphertext)).hasValue(ascii("Beauty is truth, truth beauty"));
    }

    /** Neither the cipher nor a pre-shared key plays a part in the encapsulation. */
    @Test
    void every_unauthenticated_context_agrees_on_its_shared_secret() {
        List<JsonNode> contexts = contexts(MODE_BASE);
        contexts.addAll(contexts(MODE_PSK));

        assertThat(contexts).hasSize(6).allSatisfy(context -> {
            JsonNode setup = context.get("setup");
            AgreementKey ephemeral = Dhkem.deriveKey(bytes(setup, "ikmE"));
            AgreementKey recipient = Dhkem.deriveKey(bytes(setup, "ikmR"));

            assertThat(ephemeral.publicKey()).isEqualTo(bytes(setup, "enc"));
            assertThat(recipient.publicKey()).isEqualTo(bytes(setup, "pkRm"));
            assertThat(Dhkem.sharedSecret(ephemeral, recipient.publicKey())).hasValue(bytes(setup, "shared_secret"));
            assertThat(Dhkem.receivedSecret(recipient, bytes(setup, "enc"))).hasValue(bytes(setup, "shared_secret"));
        });
    }

    @Test
    void every_base_context_with_our_cipher_seals_its_first_message() {
        List<JsonNode> contexts = contexts(MODE_BASE);
        contexts.removeIf(context -> context.get("setup").get("aead_id").asInt() != CHACHA20_POLY1305);

        assertThat(contexts).hasSize(1).allSatisfy(each -> {
            JsonNode setup = each.get("setup");
            JsonNode first = each.get("encryptions").get(0);
            Hpke.Context context = Hpke.Context.of(bytes(setup, "shared_secret"), bytes(setup, "info"));

            assertThat(context.key()).isEqualTo(bytes(setup, "key"));
            assertThat(context.nonce()).isEqualTo(bytes(setup, "base_nonce"));
            assertThat(context.seal(bytes(first, "aad"), bytes(first, "pt"))).isEqualTo(bytes(first, "ct"));
            assertThat(context.open(bytes(first, "aad"), bytes(first, "ct"))).hasValue(bytes(first, "pt"));
        });
    }

    private static List<JsonNode> contexts(int mode) {
        List<JsonNode> contexts = new ArrayList<>();
        for (JsonNode context : Vectors.json("hpke/rfc9180-x25519.json")) {
            if (context.get("setup").get("mode").asInt() == mode) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private static byte[] bytes(JsonNode node, String field) {
        return hex(node.get(field).asText());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }
}
