package org.doorlight.protocol.crypto;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.bouncycastle.crypto.SecureRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The protocol is a pure core: whoever asks Bouncy Castle's process-wide random source here gets an exception. */
class PurityTest {
    private static final SecureRandomProvider FORBIDDEN = () -> {
        throw new AssertionError("The protocol has no random source of its own");
    };

    @BeforeEach
    void forbid_the_random_source_of_the_process() {
        CryptoServicesRegistrar.setSecureRandomProvider(FORBIDDEN);
    }

    @AfterEach
    void allow_it_again() {
        CryptoServicesRegistrar.setSecureRandom(null);
    }

    @Test
    void nothing_here_asks_the_process_for_random_bytes() {
        SeededEntropy entropy = new SeededEntropy(1);
        byte[] seed = entropy.bytes(32);

        assertThatCode(() -> {
                    SigningKey signing = new SigningKey(seed);
                    byte[] signature = signing.sign(Label.SEAL);
                    Signatures.verify(signing.publicKey(), signature, Label.SEAL);
                    Signatures.accepts(signing.publicKey());

                    AgreementKey agreement = new AgreementKey(seed);
                    byte[] wrapped =
                            Hpke.wrap(agreement.publicKey(), seed, seed, seed).orElseThrow();
                    Hpke.unwrap(agreement, seed, wrapped);

                    byte[] sealed = Aead.seal(seed, entropy.bytes(24), seed, seed);
                    Aead.open(seed, entropy.bytes(24), seed, sealed);
                    InviteKeys.derive(InviteCode.of(entropy.bytes(10)), StretchCost.CHEAPEST);
                })
                .doesNotThrowAnyException();
    }
}
