package org.doorlight.protocol.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.doorlight.protocol.Vectors.hex;

import org.junit.jupiter.api.Test;

class HmacTest {

    @Test
    void rfc_4231_test_cases_1_and_2_give_their_figures() {
        assertThat(Hmac.raw(hex("0b".repeat(20)), "Hi There".getBytes(US_ASCII)))
                .isEqualTo(hex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        assertThat(Hmac.raw("Jefe".getBytes(US_ASCII), "what do ya want for nothing?".getBytes(US_ASCII)))
                .isEqualTo(hex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
    }

    @Test
    void rfc_4231_test_case_6_with_a_key_longer_than_a_block_gives_its_figure() {
        byte[] message = "Test Using Larger Than Block-Size Key - Hash Key First".getBytes(US_ASCII);

        assertThat(Hmac.raw(hex("aa".repeat(131)), message))
                .isEqualTo(hex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
    }

    @Test
    void a_labelled_tag_covers_label_and_parts() {
        byte[] key = new byte[32];
        byte[] expected = Hmac.raw(key, "doorlight/invite-tag/1\0abc".getBytes(US_ASCII));

        assertThat(Hmac.sha256(key, Label.INVITE_TAG, "a".getBytes(US_ASCII), "bc".getBytes(US_ASCII)))
                .isEqualTo(expected);
        assertThat(Hmac.sha256(key, Label.INVITE_KEY, "abc".getBytes(US_ASCII))).isNotEqualTo(expected);
    }

    @Test
    void a_tag_changed_anywhere_does_not_match() {
        byte[] tag = Hmac.sha256(new byte[32], Label.INVITE_TAG);

        assertThat(Hmac.matches(tag, tag.clone())).isTrue();
        Tampering.everywhere(
                tag, changed -> assertThat(Hmac.matches(tag, changed)).isFalse());
        assertThat(Hmac.matches(tag, new byte[31])).isFalse();
    }

    @Test
    void a_key_changed_anywhere_gives_another_tag() {
        byte[] key = new SeededEntropy(1).bytes(32);
        byte[] tag = Hmac.sha256(key, Label.INVITE_TAG);

        Tampering.everywhere(
                key,
                changed -> assertThat(Hmac.sha256(changed, Label.INVITE_TAG)).isNotEqualTo(tag));
    }

    @Test
    void an_empty_key_is_a_mistake() {
        assertThatThrownBy(() -> Hmac.sha256(new byte[0], Label.INVITE_TAG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
