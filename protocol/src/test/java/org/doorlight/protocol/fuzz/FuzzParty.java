package org.doorlight.protocol.fuzz;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.sync.Channel;
import org.doorlight.protocol.sync.Household;
import org.doorlight.protocol.sync.Party;

/**
 * A member with real charter and keys, whose shelf never changes: what comes is judged and forgotten, so that one input never depends on
 * the one before.
 */
record FuzzParty(Identity identity, Charter charter, EpochBook epochs, FrontierIndex frontiers, List<Stored> shelf)
        implements Party, Household {
    FuzzParty {
        shelf = List.copyOf(shelf);
    }

    @Override
    public DeviceKeys keys() {
        return identity.keys();
    }

    @Override
    public SigningKey signing() {
        return identity.signing();
    }

    @Override
    public void metOwnKeys(Channel channel) {}

    @Override
    public Charter.Receipt take(Statement statement) {
        return charter.add(statement);
    }

    @Override
    public EpochBook.Receipt take(Grant grant) {
        return epochs.add(grant);
    }

    @Override
    public void takeWrap(EpochId epoch, byte[] wrapped) {
        epochs.addWrap(epoch, wrapped);
    }

    /** Every receipt may come, whatever the signature, or a fuzzer would see one alone. */
    @Override
    public Receipt take(Envelope envelope) {
        Receipt[] receipts = Receipt.values();
        return receipts[(int) (envelope.header().serial() % receipts.length)];
    }

    @Override
    public boolean take(Contradiction proof) {
        return proof.fork() % 2 == 0;
    }

    @Override
    public boolean compare(List<Envelope> chain) {
        return chain.size() % 2 == 0;
    }

    @Override
    public Optional<Contradiction> contradiction(DocumentId document, DeviceId device) {
        return Optional.empty();
    }

    @Override
    public List<Stored> envelopes(DocumentId document, long afterArrival, long bytesMax) {
        return frontiers.contains(document)
                ? shelf.stream()
                        .filter(stored -> stored.arrival() > afterArrival)
                        .limit(1)
                        .toList()
                : List.of();
    }

    @Override
    public void admit(StatementId invite, DeviceKeys newcomer, Bytes32 channel, byte[] proof) {
        // The charter stays as it is.
    }

    @Override
    public Collection<? extends Party> parties() {
        return List.of(this);
    }

    @Override
    public byte[] random(int length) {
        return new byte[length];
    }

    @Override
    public long wallMillis() {
        return 1_000;
    }
}
