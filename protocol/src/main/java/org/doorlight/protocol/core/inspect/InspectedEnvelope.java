package org.doorlight.protocol.core.inspect;

import static org.doorlight.protocol.core.inspect.Inspection.Kind.ENVELOPE;

import java.util.List;
import java.util.Optional;
import org.doorlight.protocol.core.inspect.Inspection.Fact;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.wire.Flaw;

/** An envelope from outside (PROTOCOL §5): what relays see too. */
final class InspectedEnvelope {
    private static final String NOT_CHECKED =
            "All it says in clear is within its bounds. Its signature and its sealed body"
                    + " cannot be checked without the circle's charter and keys.";

    private InspectedEnvelope() {}

    /** Empty for bytes that do not begin like an envelope. */
    static Optional<Inspection> of(byte[] bytes) {
        Optional<Flaw> flaw = Envelope.flaw(bytes);
        if (flaw.equals(Optional.of(Flaw.WRONG_MAGIC))) {
            return Optional.empty();
        }
        return flaw.map(found ->
                        Inspection.refused(ENVELOPE, found.name(), "No envelope: " + found.words() + ".", List.of()))
                .or(() -> Envelope.parse(bytes)
                        .map(envelope -> Inspection.acceptable(ENVELOPE, NOT_CHECKED, facts(envelope))));
    }

    private static List<Fact> facts(Envelope envelope) {
        Header header = envelope.header();
        return new Facts()
                .id("id", "envelope", envelope.id())
                .number("bytes", "bytes in all", envelope.bytes().length)
                .id("circle", "of the circle", header.circle())
                .id("document", "belongs to the document", header.document())
                .hex("seal", "which is bound by the seal", header.seal().toBytes())
                .id("device", "written by the device", header.device())
                .number("serial", "as its envelope number", header.serial())
                .number("first", "holds its changes from number", header.first())
                .number("last", "up to number", header.last())
                .number("count", "that is, changes", header.count())
                .idUnlessNone("previous", "follows the envelope", header.previous())
                .id("epoch", "sealed under the epoch", header.epoch())
                .hex("nonce", "with the nonce", header.nonce())
                .number("bodyBytes", "bytes of sealed body", header.bodyLength())
                .list();
    }
}
