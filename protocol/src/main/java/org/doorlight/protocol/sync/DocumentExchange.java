package org.doorlight.protocol.sync;

import static org.doorlight.protocol.document.FrontierIndex.RANGES;
import static org.doorlight.protocol.document.FrontierIndex.RANGE_DIGEST_BYTES;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.wire.Limits;
import org.doorlight.protocol.wire.message.Credit;
import org.doorlight.protocol.wire.message.DocumentDigest;
import org.doorlight.protocol.wire.message.Documents;
import org.doorlight.protocol.wire.message.Envelopes;
import org.doorlight.protocol.wire.message.Frontier;
import org.doorlight.protocol.wire.message.Ranges;
import org.doorlight.protocol.wire.message.Root;
import org.doorlight.protocol.wire.message.SessionMessage;
import org.doorlight.protocol.wire.message.Wants;

/**
 * Finding where two nodes differ and asking for what is missing (PROTOCOL §7.4): root, ranges, documents, frontiers, each only where the
 * level above differs. What one end asks for, the other sends through its {@link Outbound} queue.
 */
final class DocumentExchange {
    private final Party party;
    private final DeviceId peer;
    private final Line line;
    private final Outbound outbound;
    private boolean live;
    private boolean gotSomething;

    DocumentExchange(Party party, DeviceId peer, Line line) {
        this.party = party;
        this.peer = peer;
        this.line = line;
        this.outbound = new Outbound(party, line, this::compare);
    }

    /** True once both ends have found nothing that differs, at least once. */
    boolean isLive() {
        return live;
    }

    /** Starts comparing: says the digest over everything. */
    void compare() {
        gotSomething = false;
        line.send(Said.message()
                .setRoot(
                        Root.newBuilder().setDigest(Said.bytes(party.frontiers().root())))
                .build());
    }

    /** Sends envelopes that have just come in elsewhere. */
    void push(List<Envelope> fresh) {
        outbound.push(fresh);
    }

    /** Sends proofs that a device gave two answers. */
    void pushProofs(List<Contradiction> fresh) {
        outbound.pushProofs(fresh);
    }

    /** True for what is said about documents. */
    static boolean isAbout(SessionMessage message) {
        return switch (message.getBodyCase()) {
            case ROOT, RANGES, DOCUMENTS, WANTS, ENVELOPES, CREDIT -> true;
            default -> false;
        };
    }

    /** False if what came is out of bounds. */
    boolean on(SessionMessage message) {
        return switch (message.getBodyCase()) {
            case ROOT -> onRoot(message.getRoot());
            case RANGES -> onRanges(message.getRanges());
            case DOCUMENTS -> onDocuments(message.getDocuments());
            case WANTS -> outbound.want(message.getWants());
            case ENVELOPES -> onEnvelopes(message.getEnvelopes());
            case CREDIT -> outbound.credit(message.getCredit());
            default -> false;
        };
    }

    private boolean onRoot(Root root) {
        Optional<Bytes32> theirs = Said.bytes32(root.getDigest());
        if (theirs.equals(Optional.of(party.frontiers().root()))) {
            agree();
        } else {
            ByteString digests = ByteString.copyFrom(party.frontiers().rangeDigests());
            line.send(Said.message()
                    .setRanges(Ranges.newBuilder().setDigests(digests))
                    .build());
        }
        return theirs.isPresent();
    }

    /** The first time both are equal the other end is told, so that it knows too. */
    private void agree() {
        if (!live) {
            live = true;
            compare();
        }
    }

    private boolean onRanges(Ranges ranges) {
        byte[] theirs = ranges.getDigests().toByteArray();
        if (theirs.length != RANGES * RANGE_DIGEST_BYTES) {
            return false;
        }
        byte[] mine = party.frontiers().rangeDigests();
        List<Map.Entry<DocumentId, Bytes16>> differing = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            int from = range * RANGE_DIGEST_BYTES;
            int to = from + RANGE_DIGEST_BYTES;
            if (!Arrays.equals(mine, from, to, theirs, from, to)) {
                differing.addAll(party.frontiers().range(range).entrySet());
            }
        }
        Batches.of(differing, entry -> 2 * Bytes16.LENGTH + 8).forEach((batch, last) -> {
            Documents.Builder documents = Documents.newBuilder();
            batch.forEach(entry -> documents.addDocuments(DocumentDigest.newBuilder()
                    .setDocument(Said.bytes(entry.getKey()))
                    .setDigest(ByteString.copyFrom(entry.getValue().toBytes()))));
            line.send(Said.message().setDocuments(documents).build());
        });
        return true;
    }

    private boolean onDocuments(Documents documents) {
        Set<DocumentId> wanted = new LinkedHashSet<>();
        for (DocumentDigest theirs : documents.getDocumentsList()) {
            Optional<DocumentId> document = Said.bytes16(theirs.getDocument()).map(DocumentId::new);
            Optional<Bytes16> digest = Said.bytes16(theirs.getDigest());
            if (document.isEmpty() || digest.isEmpty()) {
                return false;
            }
            if (!party.frontiers().digest(document.get()).equals(digest.get())) {
                wanted.add(document.get());
            }
        }
        ask(wanted);
        return true;
    }

    private void ask(Set<DocumentId> documents) {
        Wants.Builder wants = Wants.newBuilder();
        int bytes = 0;
        for (DocumentId document : documents) {
            Frontier frontier = Said.frontier(document, party.frontiers().of(document));
            wants.addFrontiers(frontier);
            bytes += frontier.getSerializedSize();
            if (bytes >= Limits.BATCH_BYTES) {
                line.send(Said.message().setWants(wants).build());
                wants.clear();
                bytes = 0;
            }
        }
        if (wants.getFrontiersCount() > 0) {
            line.send(Said.message().setWants(wants).build());
        }
    }

    private boolean onEnvelopes(Envelopes message) {
        if (!onDoubts(message)) {
            return false;
        }
        Set<DocumentId> gaps = new LinkedHashSet<>();
        for (ByteString bytes : message.getEnvelopesList()) {
            Optional<Envelope> envelope = Envelope.parse(bytes.toByteArray());
            Receipt receipt = envelope.map(party::take).orElse(Receipt.REFUSED);
            if (isToBlame(envelope, receipt)) {
                return false;
            }
            gotSomething |= receipt == Receipt.STORED || receipt == Receipt.CONTRADICTED;
            if (receipt == Receipt.GAP) {
                gaps.add(envelope.get().header().document());
            }
        }
        line.send(Said.message()
                .setCredit(Credit.newBuilder()
                        .setBatches(message.getAnswer() ? 1 : 0)
                        .setPushes(message.getAnswer() ? 0 : 1))
                .build());
        if (!message.getAnswer()) {
            ask(gaps);
        } else if (message.getLast() && gotSomething) {
            // Something came, so it is worth looking whether all came; if nothing did, looking again would find the
            // same.
            compare();
        }
        return true;
    }

    /**
     * No honest node passes on what its own device did not sign. Where a device may write, two nodes may see differently for as long as
     * their charters differ; that the other end does is its own device's fault only if that device wrote it.
     */
    private boolean isToBlame(Optional<Envelope> envelope, Receipt receipt) {
        boolean own = envelope.filter(one -> one.header().device().equals(peer)).isPresent();
        return receipt == Receipt.REFUSED || (receipt == Receipt.MISPLACED && own);
    }

    /** PROTOCOL §6: proofs first, so that what no longer counts is not taken in. */
    private boolean onDoubts(Envelopes message) {
        List<Contradiction> proofs = Said.parsed(message.getContradictionsList(), Contradiction::parse);
        List<Envelope> chain = Said.parsed(message.getChainList(), Envelope::parse);
        if (proofs.size() != message.getContradictionsCount() || chain.size() != message.getChainCount()) {
            return false;
        }
        for (Contradiction proof : proofs) {
            gotSomething |= party.take(proof);
        }
        gotSomething |= !chain.isEmpty() && party.compare(chain);
        return true;
    }
}
