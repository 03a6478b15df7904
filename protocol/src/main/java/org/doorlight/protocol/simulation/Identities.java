package org.doorlight.protocol.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.message.IdentityRecord;

/** A home's keys, read from its own opened record. */
final class Identities {
    private Identities() {}

    /** The keys on a node's disk, if it is in a circle. */
    static Optional<Identity> on(SimulatedNode node) {
        return new SimulatedStore(node.disk(), new Dice(0))
                .records(Shelf.IDENTITY).stream()
                        .findFirst()
                        .flatMap(kept -> node.vault().open(Shelf.IDENTITY, kept.key(), kept.value()))
                        .flatMap(Identities::read);
    }

    private static Optional<Identity> read(byte[] record) {
        try {
            IdentityRecord read = IdentityRecord.parseFrom(record);
            return Optional.of(new Identity(
                    read.getSigningSeed().toByteArray(), read.getAgreementSeed().toByteArray()));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
