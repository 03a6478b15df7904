package org.doorlight.protocol.charter;

import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.MemberId;

/** A new device's consent to be one of a member's (PROTOCOL §2): whoever signs it holds the keys. */
public final class Consents {
    private Consents() {}

    /** A new device of a member, with its consent, ready to be said by one of the member's devices. */
    public static Declaration.AddDevice give(SigningKey newKey, CircleId circle, MemberId member, DeviceKeys keys) {
        byte[] consent = newKey.sign(Label.DEVICE_CONSENT, parts(circle, member, keys));
        return new Declaration.AddDevice(member, keys, consent);
    }

    /** True if the new device itself has signed that it becomes this member's in this circle. */
    static boolean isGiven(CircleId circle, Declaration.AddDevice add) {
        return Signatures.verify(
                add.keys().signing().toBytes(),
                add.consent(),
                Label.DEVICE_CONSENT,
                parts(circle, add.member(), add.keys()));
    }

    private static byte[][] parts(CircleId circle, MemberId member, DeviceKeys keys) {
        return new byte[][] {
            circle.toBytes(),
            member.toBytes(),
            keys.signing().toBytes(),
            keys.agreement().toBytes()
        };
    }
}
