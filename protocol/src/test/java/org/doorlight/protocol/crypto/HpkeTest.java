package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.junit.jupiter.api.Test;

class HpkeTest {
    private final SeededEntropy entropy = new SeededEntropy(1);
    private final AgreementKey device = new AgreementKey(entropy.bytes(32));
    private final byte[] info = entropy.bytes(80);
    private final byte[] secret = entropy.bytes(32);
    private final byte[] ephemeralSeed = entropy.bytes(32);

    @Test
    void a_secret_wrapped_to_a_device_is_80_bytes_and_opens_there() {
        byte[] wrapped = wrapped();

        assertThat(wrapped).hasSize(80);
        assertThat(Hpke.unwrap(device, info, wrapped).orElseThrow()).isEqualTo(secret);
    }

    @Test
    void bouncy_castle_makes_the_same_wrap() throws InvalidCipherTextException {
        HPKE bouncyCastle =
                new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
        HPKEContextWithEncapsulation context = bouncyCastle.setupBaseS(
                bouncyCastle.deserializePublicKey(device.publicKey()), info, bouncyCastle.deriveKeyPair(ephemeralSeed));

        assertThat(wrapped()).isEqualTo(Bytes.join(context.getEncapsulation(), context.seal(new byte[0], secret)));
    }

    @Test
    void whoever_repairs_a_gap_makes_the_same_bytes() {
        assertThat(wrapped()).isEqualTo(wrapped());
    }

    @Test
    void a_change_anywhere_in_the_wrap_or_its_info_is_refused() {
        byte[] wrapped = wrapped();

        Tampering.everywhere(
                wrapped,
                changed -> assertThat(Hpke.unwrap(device, info, changed)).isEmpty());
        Tampering.everyByte(
                info,
                changed -> assertThat(Hpke.unwrap(device, changed, wrapped)).isEmpty());
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
                assertThat(Hpke.unwrap(device, info, Arrays.copyOf(wrapped, length)))
                        .isEmpty();
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
}
