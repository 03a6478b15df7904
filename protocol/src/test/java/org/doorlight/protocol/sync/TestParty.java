package org.doorlight.protocol.sync;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Declaration;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.charter.TestCircle;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.SigningKey;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;
import org.doorlight.protocol.replica.Books;
import org.doorlight.protocol.replica.Holding;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.replica.Replica;

/** One true replica of one circle, as a session sees it, with books in memory. */
final class TestParty implements Party, Household {
    private final List<Envelope> filed = new ArrayList<>();
    private final SeededEntropy entropy;
    private final Identity self;
    private final Replica replica;

    TestParty(Identity self, Charter charter, long seed) {
        this.entropy = new SeededEntropy(seed);
        this.self = self;
        this.replica = new Replica(self, TestCircle.copyOf(charter), new Memory(), entropy);
    }

    private final class Memory implements Books {
        @Override
        public void statement(Statement statement) {}

        @Override
        public void grant(Grant grant) {}

        @Override
        public void secret(EpochId epoch, byte[] secret) {}

        @Override
        public void envelope(Envelope envelope) {
            filed.add(envelope);
        }

        @Override
        public void contradiction(Contradiction proof) {}

        @Override
        public void document(Holding holding) {}

        @Override
        public void onTrial(DocumentId document) {}

        @Override
        public void cleared(DocumentId document) {}

        @Override
        public void paused(DocumentId document) {}

        @Override
        public List<Envelope> envelopes(DocumentId document) {
            return filed.stream()
                    .filter(envelope -> envelope.header().document().equals(document))
                    .toList();
        }
    }

    Replica replica() {
        return replica;
    }

    /** Writes a fact into a new document for everyone. */
    Envelope write(String fact) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(fact, new byte[] {1});
        return replica.write(replica.nature("word", Audiences.everyone(charter().circle())), facts)
                .orElseThrow();
    }

    /** All facts that can be read here. */
    List<String> facts() {
        replica.settle();
        return replica.holdings().stream()
                .flatMap(holding -> holding.facts().keySet().stream())
                .sorted()
                .toList();
    }

    // ---- a household of one circle

    @Override
    public Collection<? extends Party> parties() {
        return List.of(this);
    }

    @Override
    public byte[] random(int length) {
        return entropy.bytes(length);
    }

    @Override
    public long wallMillis() {
        return 0;
    }

    // ---- a party

    @Override
    public DeviceKeys keys() {
        return self.keys();
    }

    @Override
    public SigningKey signing() {
        return self.signing();
    }

    @Override
    public void metOwnKeys(Channel channel) {
        replica.self().doubt();
    }

    @Override
    public Charter charter() {
        return replica.charter();
    }

    @Override
    public EpochBook epochs() {
        return replica.epochs();
    }

    @Override
    public FrontierIndex frontiers() {
        return replica.frontiers();
    }

    @Override
    public Charter.Receipt take(Statement statement) {
        return replica.take(statement);
    }

    @Override
    public EpochBook.Receipt take(Grant grant) {
        return replica.take(grant);
    }

    @Override
    public void takeWrap(EpochId epoch, byte[] wrapped) {
        replica.takeWrap(epoch, wrapped);
    }

    @Override
    public Receipt take(Envelope envelope) {
        return replica.take(envelope);
    }

    @Override
    public boolean take(Contradiction proof) {
        return replica.doubts().take(proof);
    }

    @Override
    public boolean compare(List<Envelope> chain) {
        return replica.doubts().compare(chain);
    }

    @Override
    public Optional<Contradiction> contradiction(DocumentId document, DeviceId device) {
        return replica.doubts().of(document, device);
    }

    @Override
    public List<Stored> envelopes(DocumentId document, long afterArrival, long bytesMax) {
        List<Stored> found = new ArrayList<>();
        for (int place = (int) afterArrival; place < filed.size(); place++) {
            Envelope envelope = filed.get(place);
            if (envelope.header().document().equals(document)) {
                found.add(new Stored(
                        place + 1L,
                        envelope.header().device(),
                        envelope.header().last(),
                        envelope.bytes()));
            }
        }
        return found;
    }

    @Override
    public void admit(StatementId invite, DeviceKeys newcomer, Bytes32 channel, byte[] proof) {
        replica.declare(new Declaration.Admit(invite, newcomer, channel, proof));
    }
}
