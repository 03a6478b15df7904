package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorlight.protocol.Vectors.hex;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static final SigningKey KEY = new SigningKey(new SeededEntropy(1).bytes(32));
    private static final byte[] MESSAGE = new SeededEntropy(2).bytes(48);

    /** The eight points whose order divides eight; 2^255 - 19 is the field's prime. */
    private static final List<String> SMALL_POINTS = List.of(
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0000000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa");

    @Test
    void a_signature_made_for_one_purpose_is_none_for_another() {
        byte[] signature = KEY.sign(Label.ENVELOPE_SIGNATURE, MESSAGE);

        assertThat(Signatures.verify(KEY.publicKey(), signature, Label.STATEMENT_SIGNATURE, MESSAGE))
                .isFalse();
    }

    @Test
    void a_change_anywhere_in_key_signature_or_message_is_refused() {
        byte[] signature = KEY.sign(Label.ENVELOPE_SIGNATURE, MESSAGE);

        assertThat(verifies(KEY.publicKey(), signature, MESSAGE)).isTrue();
        Tampering.everywhere(
                KEY.publicKey(),
                changed -> assertThat(verifies(changed, signature, MESSAGE)).isFalse());
        Tampering.everywhere(
                signature,
                changed ->
                        assertThat(verifies(KEY.publicKey(), changed, MESSAGE)).isFalse());
        Tampering.everywhere(
                MESSAGE,
                changed -> assertThat(verifies(KEY.publicKey(), signature, changed))
                        .isFalse());
    }

    @Test
    void a_signature_or_key_of_another_length_is_refused() {
        byte[] signature = KEY.sign(Label.ENVELOPE_SIGNATURE, MESSAGE);

        for (int length : new int[] {0, 1, 32, 63, 65, 128}) {
            assertThat(verifies(KEY.publicKey(), Arrays.copyOf(signature, length), MESSAGE))
                    .isFalse();
        }
        for (int length : new int[] {0, 31, 33, 64}) {
            assertThat(verifies(Arrays.copyOf(KEY.publicKey(), length), signature, MESSAGE))
                    .isFalse();
            assertThat(Signatures.accepts(Arrays.copyOf(KEY.publicKey(), length)))
                    .isFalse();
        }
    }

    @Test
    void adding_the_group_order_to_s_does_not_make_a_second_signature() {
        byte[] signature = KEY.sign(Label.ENVELOPE_SIGNATURE, MESSAGE);
        BigInteger order = BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
        byte[] twin = signature.clone();
        byte[] s = reversed(Arrays.copyOfRange(signature, 32, 64));
        byte[] sum = reversed(new BigInteger(1, s).add(order).toByteArray());
        System.arraycopy(sum, 0, twin, 32, 32);

        assertThat(verifies(KEY.publicKey(), twin, MESSAGE)).isFalse();
    }

    @Test
    void a_public_key_of_small_order_verifies_nothing() {
        for (String point : SMALL_POINTS) {
            byte[] everybody = hex(point);
            byte[] signature = Bytes.join(hex(SMALL_POINTS.get(0)), new byte[32]);

            assertThat(verifies(everybody, signature, MESSAGE)).isFalse();
            assertThat(Signatures.accepts(everybody)).isFalse();
        }
    }

    @Test
    void a_key_mixed_with_a_small_point_is_not_accepted() {
        assertThat(Signatures.accepts(KEY.publicKey())).isTrue();
        assertThat(Signatures.accepts(hex("9d896bb552bb50f95821fd35b8c37bd04608e306ff823e9a76e629f0c166965d")))
                .isFalse();
    }

    /** R has a small part here. Validity must not change with a version of the library, so the equation is pinned. */
    @Test
    void the_equation_is_the_one_with_the_cofactor() {
        byte[] publicKey = hex("a7368be57250f486729b706fc4cac1a43ea4927113ca66cc5db895cd58116983");
        byte[] signature = hex("1acf10624f735e41836ad3f82c090cc383912f9fb64bdbc20a78e235ebb8eecc"
                + "4b3db8a2c66542fcbfd2d3d86356f6238c0dedfebe3f7a5b90c75452fb888f06");

        assertThat(Signatures.verifyRaw(publicKey, signature, hex("01"))).isTrue();
    }

    @Test
    void random_bytes_are_refused_without_an_exception() {
        SeededEntropy entropy = new SeededEntropy(3);

        for (int round = 0; round < 2_000; round++) {
            assertThat(verifies(entropy.bytes(32), entropy.bytes(64), MESSAGE)).isFalse();
            assertThat(verifies(KEY.publicKey(), entropy.bytes(64), MESSAGE)).isFalse();
        }
    }

    private static boolean verifies(byte[] publicKey, byte[] signature, byte[] message) {
        return Signatures.verify(publicKey, signature, Label.ENVELOPE_SIGNATURE, message);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[32];
        for (int i = 0; i < bytes.length && i < reversed.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
