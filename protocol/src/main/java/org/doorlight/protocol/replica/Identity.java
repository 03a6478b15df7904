package org.doorlight.protocol.replica;

import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;

/** This home's keys in one circle; fresh for every circle, so that nobody can tell that two memberships are one home (PROTOCOL §1). */
public final class Identity {
    private final byte[] signingSeed;
    private final byte[] agreementSeed;
    private final SigningKey signing;
    private final AgreementKey agreement;
    private final DeviceKeys keys;

    /** From two seeds of 32 bytes. */
    public Identity(byte[] signingSeed, byte[] agreementSeed) {
        this.signingSeed = signingSeed.clone();
        this.agreementSeed = agreementSeed.clone();
        this.signing = new SigningKey(signingSeed);
        this.agreement = new AgreementKey(agreementSeed);
        this.keys = new DeviceKeys(Bytes32.of(signing.publicKey()), Bytes32.of(agreement.publicKey()));
    }

    public static Identity fresh(Entropy entropy) {
        return new Identity(entropy.bytes(SigningKey.SEED_BYTES), entropy.bytes(AgreementKey.SEED_BYTES));
    }

    public DeviceId device() {
        return keys.device();
    }

    public DeviceKeys keys() {
        return keys;
    }

    public SigningKey signing() {
        return signing;
    }

    public AgreementKey agreement() {
        return agreement;
    }

    /** For the sealed record of this identity only. */
    public byte[] signingSeed() {
        return signingSeed.clone();
    }

    /** For the sealed record of this identity only. */
    public byte[] agreementSeed() {
        return agreementSeed.clone();
    }

    @Override
    public String toString() {
        return "identity " + device().brief();
    }
}
