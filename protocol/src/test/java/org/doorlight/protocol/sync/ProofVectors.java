package org.doorlight.protocol.sync;

import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;

/** What a session proves, for the test vectors. */
public final class ProofVectors {
    private ProofVectors() {}

    public static byte[] circle(Carry carry, boolean byDialer, Channel channel) {
        return Proofs.circle(carry, byDialer, channel);
    }

    public static byte[] device(Identity device, CircleId circle, Carry carry, boolean byDialer, Channel channel) {
        return Proofs.device(device.signing(), circle, carry, byDialer, device.keys(), channel);
    }

    public static boolean provesDevice(
            byte[] signature, Identity device, CircleId circle, Carry carry, boolean byDialer, Channel channel) {
        return Proofs.provesDevice(signature, circle, carry, byDialer, device.keys(), channel);
    }

    public static byte[] offer(Identity host, CircleId circle, StatementId invite, Channel channel) {
        return Proofs.offer(host.signing(), circle, invite, channel);
    }

    public static boolean provesOffer(
            byte[] signature, Identity host, CircleId circle, StatementId invite, Channel channel) {
        return Proofs.provesOffer(signature, host.keys(), circle, invite, channel);
    }
}
