package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.DeviceKeys;
import org.doorlight.protocol.document.ActorId;
import org.doorlight.protocol.document.Actors;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.ChangeSummary;
import org.doorlight.protocol.document.ChangeValidator;
import org.doorlight.protocol.document.ChangeVerdict;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.epoch.EpochBook;

/**
 * Opening an envelope and looking at all of it before native code may (PROTOCOL §5, §6): the key, the nature its seal was made of, the
 * audience of its epoch, each change's form, actor and number, and that no device speaks in the name of another.
 */
final class Reading {
    /** What came of it. */
    sealed interface Outcome {}

    /** It can be applied. */
    record Legible(Envelope envelope, Body body, List<ChangeSummary> changes) implements Outcome {}

    /** A key or a charter statement is missing; it may be readable later. */
    record NotYet(boolean forKey) implements Outcome {}

    /** Its own device wrote what nobody may read; the same on every node. */
    record Unacceptable(String reason) implements Outcome {}

    private final Charter charter;
    private final EpochBook epochs;

    Reading(Charter charter, EpochBook epochs) {
        this.charter = charter;
        this.epochs = epochs;
    }

    boolean hasKey(Envelope envelope) {
        return epochs.secret(envelope.header().epoch()).isPresent();
    }

    Outcome read(Envelope envelope) {
        Header header = envelope.header();
        Optional<byte[]> secret = epochs.secret(header.epoch());
        if (secret.isEmpty()) {
            return new NotYet(true);
        }
        Optional<Body> body = Sealing.open(envelope, secret.get()).flatMap(Body::decode);
        if (body.isEmpty()) {
            return new Unacceptable("not sealed under its epoch");
        }
        if (!isFiledRight(header, body.get())) {
            return new Unacceptable("sealed for another document");
        }
        if (!charter.holds(body.get().heads())) {
            return new NotYet(false);
        }
        return changes(envelope, body.get());
    }

    private boolean isFiledRight(Header header, Body body) {
        Body.Nature nature = body.nature();
        return Seals.seal(nature.kind(), nature.audience(), nature.salt()).equals(header.seal())
                && Seals.document(header.circle(), nature.owner(), header.seal())
                        .equals(header.document())
                && epochs.audience(header.epoch()).equals(Optional.of(nature.audience()))
                && body.changes().size() == header.count();
    }

    private Outcome changes(Envelope envelope, Body body) {
        Header header = envelope.header();
        Optional<ActorId> actor =
                charter.keysOf(header.device()).map(DeviceKeys::signing).map(key -> Actors.of(key, header.document()));
        List<ChangeSummary> summaries = new ArrayList<>();
        for (byte[] change : body.changes()) {
            if (!(ChangeValidator.validate(change) instanceof ChangeVerdict.Acceptable acceptable)) {
                return new Unacceptable("a malformed change");
            }
            ChangeSummary summary = acceptable.summary();
            long expected = header.first() + summaries.size();
            if (!Optional.of(summary.actor()).equals(actor) || summary.sequence() != expected) {
                return new Unacceptable("a change under another name or number");
            }
            if (summary.names().stream().anyMatch(name -> FactNames.isOfAnother(name, header.device()))) {
                return new Unacceptable("a fact under another device's name");
            }
            summaries.add(summary);
        }
        return new Legible(envelope, body, summaries);
    }
}
