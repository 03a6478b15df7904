package org.doorlight.protocol.charter;

import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.crypto.Signatures;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;

/**
 * The public keys of one device in one circle.
 *
 * @param signing Ed25519
 * @param agreement X25519, recipient of HPKE wraps
 */
public record DeviceKeys(Bytes32 signing, Bytes32 agreement) {
    /** The device's name is the hash of its keys, so a name can never be given to other keys (PROTOCOL §1). */
    public DeviceId device() {
        return DeviceId.of(Digest.hash16(Label.DEVICE_ID, signing.toBytes(), agreement.toBytes()));
    }

    /** False for keys that would make a signature or an agreement worth nothing; such a device is never let in. About 140 µs. */
    public boolean areUsable() {
        return Signatures.accepts(signing.toBytes()) && AgreementKey.accepts(agreement.toBytes());
    }
}
