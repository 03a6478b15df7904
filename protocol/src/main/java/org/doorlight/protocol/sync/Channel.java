package org.doorlight.protocol.sync;

import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes32;

/**
 * The channel a session runs on, as both ends see it.
 *
 * @param dialled true on the side that dialled
 * @param binding hash of both certificates: a proof made for one channel is worth nothing on another (PROTOCOL §7.1)
 */
public record Channel(boolean dialled, Bytes32 binding) {
    public static Channel of(boolean dialled, Bytes32 dialerCertificate, Bytes32 listenerCertificate) {
        byte[] hash = Digest.hash(Label.CHANNEL_BINDING, dialerCertificate.toBytes(), listenerCertificate.toBytes());
        return new Channel(dialled, Bytes32.of(hash));
    }
}
