package org.doorlight.protocol.simulation;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.wire.message.IdentityRecord;

/** A home's keys, read from its own opened record. */
final class Identities {
    private Identities() {}

    static Optional<Identity> read(byte[] record) {
        try {
            IdentityRecord read = IdentityRecord.parseFrom(record);
            return Optional.of(new Identity(
                    read.getSigningSeed().toByteArray(), read.getAgreementSeed().toByteArray()));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
