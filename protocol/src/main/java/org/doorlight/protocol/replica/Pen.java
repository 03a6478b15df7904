package org.doorlight.protocol.replica;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Kind;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.id.StatementId;

/** Puts this home's own changes into sealed and signed envelopes (PROTOCOL §5). */
final class Pen {
    private final Self self;
    private final Charter charter;
    private final EpochBook epochs;
    private final Entropy entropy;

    Pen(Self self, Charter charter, EpochBook epochs, Entropy entropy) {
        this.self = self;
        this.charter = charter;
        this.epochs = epochs;
        this.entropy = entropy;
    }

    DocumentId document(Body.Nature nature) {
        return Seals.document(charter.circle(), nature.owner(), sealOf(nature));
    }

    private static Bytes16 sealOf(Body.Nature nature) {
        return Seals.seal(nature.kind(), nature.audience(), nature.salt());
    }

    /**
     * Seals one change.
     *
     * @param held what is held of the document before it
     * @param serial this device's envelopes in this circle, this one included
     */
    Envelope seal(Body.Nature nature, Frontier held, ChangeSummary change, long serial) {
        EpochId epoch = epochs.forWriting(nature.audience())
                .orElseThrow(() -> new IllegalStateException("no epoch to write with"));
        byte[] secret = epochs.secret(epoch).orElseThrow();
        Optional<Frontier.Entry> before = held.of(self.device());
        Header draft = new Header(
                Kind.CHANGES,
                charter.circle(),
                document(nature),
                sealOf(nature),
                self.device(),
                serial,
                change.sequence(),
                1,
                epoch,
                new byte[0],
                before.map(Frontier.Entry::last).orElse(EnvelopeId.NONE),
                0);
        List<StatementId> heads = List.copyOf(charter.headsFor(self.device()));
        byte[] text = new Body(nature, heads, List.of(change.plain().bytes())).encode();
        return Sealing.seal(draft, secret, self.signing(), text, entropy.bytes(Sealing.RANDOM_BYTES));
    }
}
