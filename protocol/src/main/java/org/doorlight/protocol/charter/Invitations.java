package org.doorlight.protocol.charter;

import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;

/** The newcomer's proof that it holds an invitation's code (PROTOCOL §3). */
public final class Invitations {
    private Invitations() {}

    /** Signs circle, device keys and channel with the invitation's one-time key; 64 bytes. */
    public static byte[] prove(SigningKey oneTimeKey, CircleId circle, DeviceKeys keys, Bytes32 channel) {
        return oneTimeKey.sign(
                Label.INVITE_PROOF,
                circle.toBytes(),
                keys.signing().toBytes(),
                keys.agreement().toBytes(),
                channel.toBytes());
    }

    /** True if the admission's proof is the invitation's one-time key's, for this circle. */
    public static boolean proves(Declaration.Invite invite, CircleId circle, Declaration.Admit admit) {
        return Signatures.verify(
                invite.key().toBytes(),
                admit.proof(),
                Label.INVITE_PROOF,
                circle.toBytes(),
                admit.keys().signing().toBytes(),
                admit.keys().agreement().toBytes(),
                admit.channel().toBytes());
    }
}
