package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import org.junit.jupiter.api.Test;

class InviteKeysTest {
    private static final InviteCode CODE = InviteCode.of(hex("00443214c74254b635cf"));
    private static final InviteKeys KEYS = InviteKeys.derive(CODE, StretchCost.CHEAPEST);
    private static final byte[] CIRCLE = new SeededEntropy(1).bytes(16);

    @Test
    void both_ends_of_an_invitation_derive_the_same_keys() {
        InviteCode typed = InviteCode.parse(CODE.text()).either(code -> code, reason -> {
            throw new AssertionError(reason);
        });
        InviteKeys newcomers = InviteKeys.derive(typed, StretchCost.CHEAPEST);

        assertThat(newcomers.oneTimeKey().publicKey())
                .isEqualTo(KEYS.oneTimeKey().publicKey());
        assertThat(newcomers.tag(CIRCLE)).isEqualTo(KEYS.tag(CIRCLE));
        assertThat(newcomers.hint()).isEqualTo(KEYS.hint());
    }

    @Test
    void the_keys_are_stretched_and_then_derived_as_the_protocol_says() {
        byte[] stretched = Stretch.stretch(CODE.secret(), Label.CODE_STRETCH.bytes(), StretchCost.CHEAPEST, 32);
        byte[] seed = Hkdf.derive(stretched, 32, Label.INVITE_SEED);
        byte[] publicKey = new SigningKey(seed).publicKey();

        assertThat(KEYS.oneTimeKey().publicKey()).isEqualTo(publicKey);
        assertThat(KEYS.tagKey()).isEqualTo(Hkdf.derive(stretched, 32, Label.INVITE_KEY));
        assertThat(KEYS.tag(CIRCLE)).isEqualTo(Hmac.sha256(KEYS.tagKey(), Label.INVITE_TAG, CIRCLE, publicKey));
        assertThat(Digest.hash(Label.INVITE_HINT, publicKey)).startsWith(KEYS.hint());
        assertThat(KEYS.hint()).hasSize(8).isEqualTo(InviteKeys.hint(publicKey));
    }

    @Test
    void another_code_or_cost_gives_other_keys() {
        Tampering.everyByte(CODE.secret(), changed -> {
            InviteKeys others = InviteKeys.derive(InviteCode.of(changed), StretchCost.CHEAPEST);
            assertThat(others.hint()).isNotEqualTo(KEYS.hint());
            assertThat(others.tagKey()).isNotEqualTo(KEYS.tagKey());
        });
        assertThat(InviteKeys.derive(CODE, StretchCost.CODE).hint()).isNotEqualTo(KEYS.hint());
    }

    @Test
    void a_tag_names_one_circle() {
        Tampering.everywhere(CIRCLE, changed -> assertThat(KEYS.tag(changed)).isNotEqualTo(KEYS.tag(CIRCLE)));
    }

    @Test
    void the_secret_of_a_qr_code_needs_no_stretching() {
        byte[] secret = new SeededEntropy(2).bytes(16);

        assertThat(InviteKeys.ofQr(secret).tagKey()).isEqualTo(Hkdf.derive(secret, 32, Label.INVITE_KEY));
        assertThatThrownBy(() -> InviteKeys.ofQr(new byte[10])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keys_never_show_themselves() {
        byte[] tagKey = KEYS.tagKey();
        KEYS.tagKey()[0]++;

        assertThat(KEYS.tagKey()).isEqualTo(tagKey);
        assertThat(KEYS).hasToString("InviteKeys[hidden]");
    }
}
