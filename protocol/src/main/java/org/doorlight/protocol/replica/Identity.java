package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;

/**
 * This home's keys in one circle; fresh for every circle, so that nobody can tell that two memberships are one home (PROTOCOL §1). A home
 * that had to take new keys keeps what its earlier devices can open, and forgets what they could sign with.
 */
public final class Identity {
    /** What an earlier device of this home can still open. */
    public record Earlier(DeviceId device, byte[] agreementSeed) {
        AgreementKey agreement() {
            return new AgreementKey(agreementSeed);
        }
    }

    private final byte[] signingSeed;
    private final byte[] agreementSeed;
    private final SigningKey signing;
    private final AgreementKey agreement;
    private final DeviceKeys keys;
    // A hash, and asked for with every input.
    private final DeviceId device;
    private final List<Earlier> earlier;

    /** From two seeds of 32 bytes. */
    public Identity(byte[] signingSeed, byte[] agreementSeed) {
        this(signingSeed, agreementSeed, List.of());
    }

    /** From two seeds of 32 bytes, and what is left of earlier ones, the latest first. */
    public Identity(byte[] signingSeed, byte[] agreementSeed, List<Earlier> earlier) {
        this.earlier = List.copyOf(earlier);
        this.signingSeed = signingSeed.clone();
        this.agreementSeed = agreementSeed.clone();
        this.signing = new SigningKey(signingSeed);
        this.agreement = new AgreementKey(agreementSeed);
        this.keys = new DeviceKeys(Bytes32.of(signing.publicKey()), Bytes32.of(agreement.publicKey()));
        this.device = keys.device();
    }

    public static Identity fresh(Entropy entropy) {
        return new Identity(entropy.bytes(SigningKey.SEED_BYTES), entropy.bytes(AgreementKey.SEED_BYTES));
    }

    /** Fresh keys that can open what these could. */
    Identity renewed(Entropy entropy) {
        List<Earlier> all = new ArrayList<>();
        all.add(new Earlier(device(), agreementSeed));
        all.addAll(earlier);
        return new Identity(entropy.bytes(SigningKey.SEED_BYTES), entropy.bytes(AgreementKey.SEED_BYTES), all);
    }

    /** What earlier devices of this home can still open, the latest first; empty for a home that never had to change its keys. */
    public List<Earlier> earlier() {
        return earlier;
    }

    public DeviceId device() {
        return device;
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
