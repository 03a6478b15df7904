package org.doorlight.protocol.sync;

import java.nio.ByteBuffer;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.epoch.EpochBook.Carry;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.StatementId;

/** Proving a circle, a device and an offer on a channel (PROTOCOL §3, §7.2). The role goes in, so no proof can be sent back. */
final class Proofs {
    private static final byte DIALER = 1;
    private static final byte LISTENER = 2;

    private Proofs() {}

    static byte[] circle(Carry carry, boolean byDialer, Channel channel) {
        return Hmac.sha256(
                carry.secret(),
                Label.CIRCLE_PROOF,
                role(byDialer),
                channel.binding().toBytes());
    }

    static byte[] device(
            SigningKey key, CircleId circle, Carry carry, boolean byDialer, DeviceKeys keys, Channel channel) {
        return key.sign(Label.DEVICE_PROOF, deviceParts(circle, carry, byDialer, keys, channel));
    }

    static boolean provesDevice(
            byte[] signature, CircleId circle, Carry carry, boolean byDialer, DeviceKeys keys, Channel channel) {
        return Signatures.verify(
                keys.signing().toBytes(),
                signature,
                Label.DEVICE_PROOF,
                deviceParts(circle, carry, byDialer, keys, channel));
    }

    private static byte[][] deviceParts(
            CircleId circle, Carry carry, boolean byDialer, DeviceKeys keys, Channel channel) {
        byte[] generation =
                ByteBuffer.allocate(Integer.BYTES).putInt(carry.generation()).array();
        return new byte[][] {
            circle.toBytes(),
            generation,
            role(byDialer),
            keys.device().toBytes(),
            channel.binding().toBytes()
        };
    }

    static byte[] offer(SigningKey key, CircleId circle, StatementId invite, Channel channel) {
        return key.sign(
                Label.INVITE_OFFER,
                circle.toBytes(),
                invite.toBytes(),
                channel.binding().toBytes());
    }

    static boolean provesOffer(
            byte[] signature, DeviceKeys keys, CircleId circle, StatementId invite, Channel channel) {
        return Signatures.verify(
                keys.signing().toBytes(),
                signature,
                Label.INVITE_OFFER,
                circle.toBytes(),
                invite.toBytes(),
                channel.binding().toBytes());
    }

    private static byte[] role(boolean byDialer) {
        return new byte[] {byDialer ? DIALER : LISTENER};
    }
}
