package org.doorlight.protocol.sync;

import static org.doorlight.protocol.wire.Limits.BATCHES_UNDER_WAY_MAX;
import static org.doorlight.protocol.wire.Limits.BATCH_BYTES;
import static org.doorlight.protocol.wire.Limits.PUSHES_UNDER_WAY_MAX;
import static org.doorlight.protocol.wire.Limits.WANTS_WAITING_MAX;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.wire.message.Credit;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.Wants;

/**
 * What the other end has asked for and not yet got (PROTOCOL §7.5). Read from the store batch by batch, as fast as the other end takes
 * it in: however much is missing, only a few batches are ever in memory or under way.
 */
final class Outbound {
    private final Party party;
    private final Line line;
    private final Runnable compare;
    // In the order they were asked for.
    private final LinkedHashMap<DocumentId, Frontier> wants = new LinkedHashMap<>();
    private long arrival;
    private int batchesUnderWay;
    private int pushesUnderWay;
    private boolean pushSkipped;

    Outbound(Party party, Line line, Runnable compare) {
        this.party = party;
        this.line = line;
        this.compare = compare;
    }

    boolean want(Wants message) {
        for (var frontier : message.getFrontiersList()) {
            Optional<DocumentId> document = Said.bytes16(frontier.getDocument()).map(DocumentId::new);
            if (document.isEmpty() || wants.size() >= WANTS_WAITING_MAX) {
                return false;
            }
            wants.put(document.get(), Said.frontier(frontier));
        }
        pump();
        return true;
    }

    boolean credit(Credit credit) {
        boolean earned = within(credit.getBatches(), batchesUnderWay) && within(credit.getPushes(), pushesUnderWay);
        if (!earned) {
            return false;
        }
        batchesUnderWay -= credit.getBatches();
        pushesUnderWay -= credit.getPushes();
        pump();
        if (pushSkipped && pushesUnderWay == 0) {
            pushSkipped = false;
            compare.run();
        }
        return true;
    }

    // On the wire the numbers are unsigned; in here the largest of them are negative.
    private static boolean within(int returned, int underWay) {
        return returned >= 0 && returned <= underWay;
    }

    /** A push is a courtesy: if the other end cannot keep up, comparing will find what was left out. */
    void push(List<Envelope> fresh) {
        if (pushesUnderWay >= PUSHES_UNDER_WAY_MAX) {
            pushSkipped = true;
            return;
        }
        Batches.of(fresh, envelope -> envelope.bytes().length).forEach((batch, last) -> {
            Envelopes.Builder envelopes = Envelopes.newBuilder();
            batch.forEach(envelope -> envelopes.addEnvelopes(ByteString.copyFrom(envelope.bytes())));
            line.send(Said.message().setEnvelopes(envelopes).build());
            pushesUnderWay++;
        });
    }

    /** Proofs are few and short, and what they change nobody finds faster by comparing. */
    void pushProofs(List<Contradiction> fresh) {
        Batches.of(fresh, proof -> Contradiction.BYTES).forEach((batch, last) -> {
            Envelopes.Builder proofs = Envelopes.newBuilder();
            batch.forEach(proof -> proofs.addContradictions(ByteString.copyFrom(proof.toBytes())));
            line.send(Said.message().setEnvelopes(proofs).build());
            pushesUnderWay++;
        });
    }

    private void pump() {
        while (batchesUnderWay < BATCHES_UNDER_WAY_MAX && !wants.isEmpty()) {
            Envelopes.Builder batch = Envelopes.newBuilder().setAnswer(true);
            fill(batch);
            line.send(
                    Said.message().setEnvelopes(batch.setLast(wants.isEmpty())).build());
            batchesUnderWay++;
        }
    }

    private void fill(Envelopes.Builder batch) {
        long room = BATCH_BYTES;
        while (room > 0 && !wants.isEmpty()) {
            Map.Entry<DocumentId, Frontier> want = wants.entrySet().iterator().next();
            Difference difference = new Difference(party.frontiers().of(want.getKey()), want.getValue());
            if (arrival == 0) {
                room -= addProofs(batch, want.getKey(), difference);
            }
            List<Party.Stored> found = party.envelopes(want.getKey(), arrival, room);
            for (Party.Stored envelope : found) {
                arrival = envelope.arrival();
                room -= envelope.bytes().length;
                if (difference.isMissing(envelope)) {
                    batch.addEnvelopes(ByteString.copyFrom(envelope.bytes()));
                } else if (difference.isOfAnotherChain(envelope)) {
                    batch.addChain(ByteString.copyFrom(envelope.bytes()));
                }
            }
            if (found.isEmpty()) {
                nextWant();
            }
        }
    }

    private long addProofs(Envelopes.Builder batch, DocumentId document, Difference difference) {
        long bytes = 0;
        for (DeviceId device : difference.unprovedForks()) {
            Optional<Contradiction> proof = party.contradiction(document, device);
            if (proof.isPresent()) {
                batch.addContradictions(ByteString.copyFrom(proof.get().toBytes()));
                bytes += Contradiction.BYTES;
            }
        }
        return bytes;
    }

    private void nextWant() {
        Iterator<DocumentId> first = wants.keySet().iterator();
        first.next();
        first.remove();
        arrival = 0;
    }
}
