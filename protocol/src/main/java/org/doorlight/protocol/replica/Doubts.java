package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.envelope.Excerpt;
import org.doorlight.protocol.envelope.Header;
import org.doorlight.protocol.envelope.Seals;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/** What is done about a device that gave two answers (PROTOCOL §6): the proof is kept, its chain is cut off, facts are read again. */
public final class Doubts {
    /** What was stored and not read yet, and what follows from a fork. */
    interface Settling {
        List<Envelope> unsettled(DocumentId document);

        void forked(Holding holding, DeviceId device);
    }

    private final Charter charter;
    private final Books books;
    private final Chains chains;
    private final Settling settling;

    Doubts(Charter charter, Books books, Chains chains, Settling settling) {
        this.charter = charter;
        this.books = books;
        this.chains = chains;
        this.settling = settling;
    }

    /** True if its own device signed it, and may write in its document. */
    static boolean isGenuine(Envelope envelope, Standing author) {
        return mayWrite(envelope, author) && isSigned(envelope, author);
    }

    static boolean mayWrite(Envelope envelope, Standing author) {
        return author.role().writes() && Seals.mayWrite(envelope.header(), author.member());
    }

    static boolean isSigned(Envelope envelope, Standing author) {
        return envelope.signedBy(author.keys().signing().toBytes());
    }

    /** Puts back a proof; to be called when all documents are back. */
    public void restore(Contradiction proof) {
        chains.forks().restore(proof);
        if (chains.isLower(proof)) {
            adopt(proof);
        }
    }

    /** Takes a proof in; false if it proves nothing, or nothing new. Believes nobody. */
    public boolean take(Contradiction proof) {
        boolean counts = chains.isLower(proof)
                && proof.circle().equals(charter.circle())
                && charter.resolved()
                        .device(proof.device())
                        .filter(standing -> standing.role().writes() && proof.isOf(standing.member()))
                        .filter(standing ->
                                proof.signedBy(standing.keys().signing().toBytes()))
                        .isPresent();
        if (counts) {
            adopt(proof);
        }
        return counts;
    }

    /** Every proof held, by document and device. */
    public List<Contradiction> all() {
        return chains.forks().all();
    }

    /** Proofs that were found or came in since the last call, to be passed on. */
    public List<Contradiction> takeFresh() {
        return chains.forks().takeFresh();
    }

    /** The proof against a device in a document. */
    public Optional<Contradiction> of(DocumentId document, DeviceId device) {
        return chains.forks().of(document, device);
    }

    /** A genuine envelope came in that cannot follow what is held. */
    void contradicted(Envelope envelope) {
        Header header = envelope.header();
        List<Excerpt> all = new ArrayList<>(held(header.document()).getOrDefault(header.device(), List.of()));
        chains.forks().of(header.document(), header.device()).ifPresent(proof -> proof.addTo(all));
        contradicted(envelope, all);
    }

    /** An envelope was stored below a fork: what is proved there may reach further down. */
    void stored(Envelope envelope) {
        chains.forkLoweredBy(envelope).ifPresent(this::adopt);
    }

    /** Compares chains of envelopes, as a neighbour holds them whose last words differ, with those held; true if one contradicts. */
    public boolean compare(List<Envelope> theirs) {
        boolean found = false;
        SortedMap<DocumentId, SortedMap<DeviceId, List<Excerpt>>> looked = new TreeMap<>();
        for (Envelope envelope : theirs) {
            Header header = envelope.header();
            Optional<Standing> author = charter.resolved().device(header.device());
            if (author.isPresent() && header.circle().equals(charter.circle()) && !chains.isCutOff(header)) {
                List<Excerpt> held =
                        looked.computeIfAbsent(header.document(), this::held).getOrDefault(header.device(), List.of());
                boolean news = proofAgainst(envelope.excerpt(), held).isPresent() && isGenuine(envelope, author.get());
                if (news) {
                    contradicted(envelope, held);
                    found = true;
                }
            }
        }
        return found;
    }

    private void contradicted(Envelope envelope, List<Excerpt> held) {
        proofAgainst(envelope.excerpt(), held).filter(chains::isLower).ifPresent(this::adopt);
    }

    /** The proof with the lowest fork number that an envelope makes with one of those held. */
    private static Optional<Contradiction> proofAgainst(Excerpt envelope, List<Excerpt> held) {
        return held.stream()
                .flatMap(other -> Contradiction.between(envelope, other).stream())
                .min(Comparator.comparingLong(Contradiction::fork));
    }

    private void adopt(Contradiction proof) {
        List<Excerpt> held = held(proof.document()).getOrDefault(proof.device(), List.of());
        Contradiction lowest = chains.cut(proof, held);
        books.contradiction(lowest);
        Holding holding = chains.of(proof.document());
        books.document(holding);
        settling.forked(holding, proof.device());
    }

    /** Envelopes of a document that are in the books, or on their way there, by device. */
    private SortedMap<DeviceId, List<Excerpt>> held(DocumentId document) {
        SortedMap<DeviceId, List<Excerpt>> held = new TreeMap<>();
        List<Envelope> all = new ArrayList<>(books.envelopes(document));
        all.addAll(settling.unsettled(document));
        all.forEach(envelope -> held.computeIfAbsent(envelope.header().device(), unseen -> new ArrayList<>())
                .add(envelope.excerpt()));
        return held;
    }
}
