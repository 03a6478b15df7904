package org.doorlight.protocol.replica;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.document.Receipt;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Excerpt;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/** How far each device's envelopes are held in each document, and where a new one stands among them (PROTOCOL §5). */
final class Chains {
    private final FrontierIndex frontiers = new FrontierIndex();
    private final SortedMap<DocumentId, Holding> holdings = new TreeMap<>();
    private final Forks forks = new Forks();

    FrontierIndex frontiers() {
        return frontiers;
    }

    Forks forks() {
        return forks;
    }

    Collection<Holding> holdings() {
        return Collections.unmodifiableCollection(holdings.values());
    }

    Optional<Holding> find(DocumentId document) {
        return Optional.ofNullable(holdings.get(document));
    }

    /** What is held of a document; a new holding if nothing is. */
    Holding of(DocumentId document) {
        return holdings.computeIfAbsent(document, Holding::new);
    }

    void restore(Holding holding) {
        holdings.put(holding.document(), holding);
        frontiers.put(holding.document(), holding.frontier());
    }

    private Frontier.Entry entryOf(Header header) {
        return frontiers.of(header.document()).entry(header.device());
    }

    /** Where an envelope stands in its device's chain, if it is genuine. */
    Receipt placeOf(Envelope envelope) {
        Header header = envelope.header();
        Frontier.Entry held = entryOf(header);
        if ((header.first() == 1) != header.previous().equals(EnvelopeId.NONE)) {
            return Receipt.REFUSED;
        }
        if (held.isCutOffAt(header.last())) {
            return forkLoweredBy(envelope).isPresent() ? Receipt.CONTRADICTED : Receipt.KNOWN;
        }
        if (header.last() < held.count() || envelope.id().equals(held.last())) {
            return Receipt.KNOWN;
        }
        if (header.first() > held.count() + 1) {
            return Receipt.GAP;
        }
        boolean follows =
                header.first() == held.count() + 1 && header.previous().equals(held.last());
        return follows ? Receipt.STORED : Receipt.CONTRADICTED;
    }

    /** Counts an envelope in that {@link #placeOf} found to be next. */
    Holding extend(Envelope envelope) {
        Header header = envelope.header();
        Frontier.Entry further = entryOf(header).followedBy(header.last(), envelope.id());
        Holding holding = of(header.document());
        holding.hold(header.device(), further);
        frontiers.put(header.document(), holding.frontier());
        return holding;
    }

    // ---- forks

    /** True if what this header says ends at a number that no longer counts. */
    boolean isCutOff(Header header) {
        return entryOf(header).isCutOffAt(header.last());
    }

    /** True if a proof says more than what is known: it is the first of its device in the document, or has a lower fork number. */
    boolean isLower(Contradiction proof) {
        Frontier.Entry held = frontiers.of(proof.document()).entry(proof.device());
        return !held.isForked() || proof.fork() < held.fork();
    }

    /** The lower fork that a genuine envelope proves together with a proof that is held. */
    Optional<Contradiction> forkLoweredBy(Envelope envelope) {
        Header header = envelope.header();
        return forks.of(header.document(), header.device()).flatMap(proof -> proof.lowered(envelope.excerpt()));
    }

    /** Cuts a chain off below the lowest fork that a proof and the envelopes held lead to. */
    Contradiction cut(Contradiction proof, List<Excerpt> held) {
        Contradiction lowest = Forks.lowest(proof, held);
        Holding holding = of(proof.document());
        holding.hold(proof.device(), Forks.below(lowest.fork(), held));
        frontiers.put(proof.document(), holding.frontier());
        forks.put(lowest);
        return lowest;
    }
}
