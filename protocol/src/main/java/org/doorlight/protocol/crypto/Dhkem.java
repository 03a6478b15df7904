package org.doorlight.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** DHKEM(X25519, HKDF-SHA256), the key encapsulation of RFC 9180 §4.1, without its authenticated form. */
final class Dhkem {
    /** RFC 9180 §4.1 and §7.1: "KEM" and the number of DHKEM(X25519, HKDF-SHA256). */
    private static final LabeledHkdf KEM =
            new LabeledHkdf(Bytes.join("KEM".getBytes(StandardCharsets.US_ASCII), new byte[] {0, 0x20}));

    private static final int SECRET_BYTES = 32;

    private Dhkem() {}

    /** DeriveKeyPair (§7.1.3). */
    static AgreementKey deriveKey(byte[] ikm) {
        byte[] prk = KEM.extract(Bytes.NONE, "dkp_prk", ikm);
        return new AgreementKey(KEM.expand(prk, "sk", Bytes.NONE, AgreementKey.SEED_BYTES));
    }

    /** Encap for a known ephemeral key; empty if the recipient key gives an all-zero agreement (§7.1.4). */
    static Optional<byte[]> sharedSecret(AgreementKey ephemeral, byte[] recipientKey) {
        return ephemeral
                .agree(recipientKey)
                .map(agreed -> extractAndExpand(agreed, Bytes.join(ephemeral.publicKey(), recipientKey)));
    }

    /** Decap; empty if the ephemeral key gives an all-zero agreement. */
    static Optional<byte[]> receivedSecret(AgreementKey recipient, byte[] ephemeralKey) {
        return recipient
                .agree(ephemeralKey)
                .map(agreed -> extractAndExpand(agreed, Bytes.join(ephemeralKey, recipient.publicKey())));
    }

    private static byte[] extractAndExpand(byte[] agreed, byte[] context) {
        byte[] prk = KEM.extract(Bytes.NONE, "eae_prk", agreed);
        return KEM.expand(prk, "shared_secret", context, SECRET_BYTES);
    }
}
