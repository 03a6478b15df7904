package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;
import static org.doorlight.protocol.Vectors.wycheproof;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.doorlight.protocol.Vectors.WycheproofCase;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's collection of what went wrong elsewhere. */
class WycheproofTest {

    @Test
    void every_ed25519_signature_is_judged_rightly() {
        for (WycheproofCase each : wycheproof("ed25519_test.json")) {
            byte[] publicKey = hex(each.group().get("publicKey").get("pk").asText());

            boolean verified = Signatures.verifyRaw(publicKey, each.bytes("sig"), each.bytes("msg"));

            assertThat(verified).as(each.toString()).isEqualTo(each.isValid());
        }
    }

    @Test
    void every_x25519_agreement_is_found_or_refused_where_it_is_zero() {
        for (WycheproofCase each : wycheproof("x25519_test.json")) {
            byte[] shared = each.bytes("shared");
            boolean zero = Arrays.equals(shared, new byte[32]);

            Optional<byte[]> agreed = new AgreementKey(each.bytes("private")).agree(each.bytes("public"));

            assertThat(agreed.isPresent()).as(each.toString()).isEqualTo(!zero);
            agreed.ifPresent(bytes -> assertThat(bytes).as(each.toString()).isEqualTo(shared));
            assertThat(AgreementKey.accepts(each.bytes("public")))
                    .as(each.toString())
                    .isEqualTo(!zero);
        }
    }

    @Test
    void every_xchacha20_poly1305_message_is_sealed_and_opened_or_refused() {
        for (WycheproofCase each : wycheproof("xchacha20_poly1305_test.json")) {
            check(each, Aead.NONCE_BYTES, Aead::seal, Aead::open);
        }
    }

    @Test
    void every_chacha20_poly1305_message_is_sealed_and_opened_or_refused() {
        for (WycheproofCase each : wycheproof("chacha20_poly1305_test.json")) {
            check(
                    each,
                    12,
                    (key, nonce, aad, text) ->
                            Aead.seal(new ChaCha20Poly1305(), Aead.parameters(key, nonce, aad), text),
                    (key, nonce, aad, text) ->
                            Aead.open(new ChaCha20Poly1305(), Aead.parameters(key, nonce, aad), text));
        }
    }

    @Test
    void every_hkdf_sha256_key_is_derived_or_refused_for_its_size() {
        for (WycheproofCase each : wycheproof("hkdf_sha256_test.json")) {
            int size = each.test().get("size").asInt();
            if (each.isValid()) {
                assertThat(Hkdf.extractAndExpand(each.bytes("ikm"), each.bytes("salt"), each.bytes("info"), size))
                        .as(each.toString())
                        .isEqualTo(each.bytes("okm"));
            } else {
                assertThatThrownBy(() ->
                                Hkdf.extractAndExpand(each.bytes("ikm"), each.bytes("salt"), each.bytes("info"), size))
                        .as(each.toString())
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void every_hmac_sha256_tag_is_judged_rightly() {
        for (WycheproofCase each : wycheproof("hmac_sha256_test.json")) {
            byte[] tag = Arrays.copyOf(
                    Hmac.raw(each.bytes("key"), each.bytes("msg")),
                    each.group().get("tagSize").asInt() / Byte.SIZE);

            assertThat(Hmac.matches(tag, each.bytes("tag"))).as(each.toString()).isEqualTo(each.isValid());
        }
    }

    private static void check(WycheproofCase each, int nonceBytes, Seal seal, Open open) {
        byte[] key = each.bytes("key");
        byte[] nonce = each.bytes("iv");
        byte[] aad = each.bytes("aad");
        byte[] sealed = Bytes.join(each.bytes("ct"), each.bytes("tag"));

        if (nonce.length != nonceBytes) {
            assertThatThrownBy(() -> open.open(key, nonce, aad, sealed))
                    .as(each.toString())
                    .isInstanceOf(IllegalArgumentException.class);
        } else if (each.isValid()) {
            assertThat(seal.seal(key, nonce, aad, each.bytes("msg")))
                    .as(each.toString())
                    .isEqualTo(sealed);
            assertThat(open.open(key, nonce, aad, sealed).orElseThrow())
                    .as(each.toString())
                    .isEqualTo(each.bytes("msg"));
        } else {
            assertThat(open.open(key, nonce, aad, sealed)).as(each.toString()).isEmpty();
        }
    }

    private interface Seal {
        byte[] seal(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext);
    }

    private interface Open {
        Optional<byte[]> open(byte[] key, byte[] nonce, byte[] aad, byte[] ciphertext);
    }
}
