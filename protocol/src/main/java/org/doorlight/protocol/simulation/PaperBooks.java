package org.doorlight.protocol.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Books;
import org.doorlight.protocol.replica.Holding;

/** Keeps envelopes for reading again, and nothing else. */
final class PaperBooks implements Books {
    private final SortedMap<DocumentId, List<Envelope>> kept = new TreeMap<>();

    @Override
    public void statement(Statement statement) {}

    @Override
    public void grant(Grant grant) {}

    @Override
    public void secret(EpochId epoch, byte[] secret) {}

    @Override
    public void envelope(Envelope envelope) {
        kept.computeIfAbsent(envelope.header().document(), unseen -> new ArrayList<>())
                .add(envelope);
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
        return List.copyOf(kept.getOrDefault(document, List.of()));
    }
}
