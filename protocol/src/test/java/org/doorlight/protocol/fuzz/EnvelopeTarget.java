package org.doorlight.protocol.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.doorlight.protocol.core.inspect.Inspection;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.document.ChangeValidator;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Sealing;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Identity;
import org.doorlight.protocol.vectors.Craft;
import org.doorlight.protocol.vectors.Sheet;

/** An envelope as it comes, the same signed by a mischievous device, and a body as it comes out of its seal. */
public final class EnvelopeTarget implements FuzzTarget {
    private final JsonNode sheet = Sheet.read("envelope");
    private final Identity device = Sheet.identity(sheet.get("device"));
    private final MemberId owner = MemberId.of(Sheet.bytes(sheet.get("document"), "owner"));
    private final byte[] secret = Sheet.bytes(sheet, "epochSecret");

    @Override
    public void run(byte[] input) {
        Inspection.of(input);
        if (Envelope.parse(input).isPresent() == Envelope.flaw(input).isPresent()) {
            throw new AssertionError("an envelope and flawed, or neither");
        }
        Envelope.parse(input).ifPresent(this::look);
        Body.decode(input).ifPresent(EnvelopeTarget::look);
    }

    private void look(Envelope envelope) {
        if (!Arrays.equals(
                envelope.bytes(), Envelope.parse(envelope.bytes()).orElseThrow().bytes())) {
            throw new AssertionError("read differently the second time");
        }
        envelope.signedBy(device.keys().signing().toBytes());
        byte[] signed = Craft.signEnvelopeAgain(envelope.bytes(), device.signing());
        Envelope own = Envelope.parse(signed).orElseThrow();
        if (!own.signedBy(device.keys().signing().toBytes()) || !own.id().equals(envelope.id())) {
            throw new AssertionError("another id for another signature");
        }
        Seals.mayWrite(own.header(), owner);
        Sealing.open(own, secret).flatMap(Body::decode).ifPresent(EnvelopeTarget::look);
    }

    private static void look(Body body) {
        if (!Body.decode(body.encode()).orElseThrow().nature().equals(body.nature())) {
            throw new AssertionError("written differently than read");
        }
        body.changes().forEach(ChangeValidator::validate);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        sheet.get("positive").forEach(one -> seeds.add(Sheet.bytes(one, "envelope")));
        sheet.get("negative").forEach(one -> seeds.add(Sheet.bytes(one, "envelope")));
        seeds.add(Sheet.bytes(sheet.get("positive").get(0), "text"));
        return seeds;
    }
}
