package org.doorlight.protocol.epoch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.crypto.AgreementKey;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.crypto.Hmac;
import org.doorlight.protocol.crypto.Hpke;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;

/**
 * An epoch's secret, wrapped for one device (PROTOCOL §4). The ephemeral key is derived from the secret itself, so every holder makes
 * the same bytes: a lost wrap can be repaired by anyone, and a false one is noticed.
 */
final class Wraps {
    /** Where decoys come from. */
    record From(CircleId circle, Entropy entropy) {}

    private Wraps() {}

    static Bytes32 hashOf(byte[] secret) {
        return Bytes32.of(Digest.hash(Label.SECRET_HASH, secret));
    }

    /** The wrap for a recipient; empty if its key is none anything can be agreed with. */
    static Optional<byte[]> wrap(CircleId circle, EpochId epoch, byte[] secret, Bytes32 recipient) {
        byte[] seed = Hmac.sha256(secret, Label.WRAP_EPHEMERAL, epoch.toBytes(), recipient.toBytes());
        return Hpke.wrap(recipient.toBytes(), info(circle, epoch, recipient.toBytes()), secret, seed);
    }

    /** The secret in a wrap; empty if it is not for this key. */
    static Optional<byte[]> unwrap(CircleId circle, EpochId epoch, byte[] wrapped, AgreementKey key) {
        return Hpke.unwrap(key, info(circle, epoch, key.publicKey()), wrapped);
    }

    private static byte[] info(CircleId circle, EpochId epoch, byte[] recipient) {
        return Digest.hash(Label.WRAP_INFO, circle.toBytes(), epoch.toBytes(), recipient);
    }

    /**
     * Fills up to a size, 4, 8, 16 …, with wraps for nobody and orders all by their bytes, so that neither number nor order tells who may read.
     * A decoy is a true wrap for a key that nobody has: random bytes would not always be a point of the curve.
     */
    static List<byte[]> withDecoys(List<byte[]> wraps, int size, EpochId epoch, From from) {
        List<byte[]> all = new ArrayList<>(wraps);
        Entropy entropy = from.entropy();
        while (all.size() < size) {
            Bytes32 nobody = Bytes32.of(new AgreementKey(entropy.bytes(AgreementKey.SEED_BYTES)).publicKey());
            wrap(from.circle(), epoch, entropy.bytes(Grant.SECRET_BYTES), nobody)
                    .ifPresent(all::add);
        }
        all.sort(Comparator.comparing(HexFormat.of()::formatHex));
        return all;
    }
}
