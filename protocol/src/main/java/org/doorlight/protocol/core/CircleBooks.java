package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Books;
import org.doorlight.protocol.replica.Holding;

/** The books of one circle: everything becomes a save, and what is private is sealed first. */
final class CircleBooks implements Books {
    private static final long EVERYTHING = Long.MAX_VALUE;

    private final CircleId circle;
    private final Vault vault;
    private final Archive archive;
    private final Outbox outbox;
    private final String version;
    private int statements;

    /**
     * @param version which program this is
     * @param statements how many statements are in the books already
     */
    CircleBooks(CircleId circle, Vault vault, Archive archive, Outbox outbox, String version, int statements) {
        this.circle = circle;
        this.vault = vault;
        this.archive = archive;
        this.outbox = outbox;
        this.version = version;
        this.statements = statements;
    }

    @Override
    public void statement(Statement statement) {
        outbox.add(new Effect.SaveRecord(Shelf.STATEMENT, Keys.of(circle, statements++), statement.bytes()));
    }

    @Override
    public void grant(Grant grant) {
        outbox.add(new Effect.SaveRecord(Shelf.GRANT, Keys.of(circle, grant.id()), grant.bytes()));
    }

    @Override
    public void secret(EpochId epoch, byte[] secret) {
        seal(Shelf.SECRET, Keys.of(circle, epoch), secret);
    }

    @Override
    public void envelope(Envelope envelope) {
        Header header = envelope.header();
        outbox.add(new Effect.SaveEnvelope(
                circle, header.document(), header.device(), header.first(), header.count(), envelope.bytes()));
    }

    @Override
    public void contradiction(Contradiction proof) {
        byte[] key = Keys.of(circle, proof.document(), proof.device());
        outbox.add(new Effect.SaveRecord(Shelf.CONTRADICTION, key, proof.toBytes()));
    }

    @Override
    public void document(Holding holding) {
        seal(Shelf.DOCUMENT, Keys.of(circle, holding.document()), Records.of(holding));
    }

    @Override
    public void onTrial(DocumentId document) {
        outbox.add(new Effect.SaveRecord(
                Shelf.TRIAL, Keys.of(circle, document), TrialRecord.running().toBytes()));
    }

    @Override
    public void cleared(DocumentId document) {
        outbox.add(new Effect.DeleteRecord(Shelf.TRIAL, Keys.of(circle, document)));
    }

    @Override
    public void paused(DocumentId document) {
        byte[] value = TrialRecord.paused(version).toBytes();
        outbox.add(new Effect.SaveRecord(Shelf.TRIAL, Keys.of(circle, document), value));
    }

    private void seal(Shelf shelf, byte[] key, byte[] value) {
        outbox.add(new Effect.SaveRecord(shelf, key, vault.seal(shelf, key, value)));
    }

    @Override
    public List<Envelope> envelopes(DocumentId document) {
        List<Envelope> envelopes = new ArrayList<>();
        for (Archive.Filed filed : archive.envelopes(circle, document, 0, EVERYTHING)) {
            Envelope.parse(filed.bytes()).ifPresent(envelopes::add);
        }
        return envelopes;
    }
}
