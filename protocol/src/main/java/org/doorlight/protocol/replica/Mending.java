package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/**
 * What a damaged disk has taken away comes again from neighbours. Where an envelope is gone, what is said to be held is lowered to the last
 * whole one before it, so that neighbours send the rest (PROTOCOL §7.4). What is whole behind the hole stays on the disk, and counts again
 * as soon as the hole is filled. How far a device once came is remembered, so that this home gives none of its own numbers twice.
 */
public final class Mending {
    private final Chains chains;
    private final Books books;
    // Whole envelopes behind a hole, by the envelope they follow.
    private final SortedMap<DocumentId, SortedMap<EnvelopeId, Envelope>> behindHoles = new TreeMap<>();

    Mending(Chains chains, Books books) {
        this.chains = chains;
        this.books = books;
    }

    /** Remembers what lies behind holes that were noticed at an earlier start. */
    void restore(Holding holding) {
        if (holding.hasHoles()) {
            lower(holding, books.envelopes(holding.document()));
        }
    }

    /** Looks whether all that is said to be held of a document is whole; if not, it is held no further than it is. True if it is not. */
    public boolean look(Holding holding) {
        SortedMap<DeviceId, Long> whole = gapless(books.ranges(holding.document()));
        boolean damaged = holding.frontier().entries().entrySet().stream()
                .anyMatch(entry -> entry.getValue().count() > whole.getOrDefault(entry.getKey(), 0L));
        if (damaged) {
            lower(holding, books.envelopes(holding.document()));
            books.document(holding);
        }
        return damaged;
    }

    /** How far each device's changes go without a gap. */
    private static SortedMap<DeviceId, Long> gapless(List<Books.Range> ranges) {
        SortedMap<DeviceId, Long> reached = new TreeMap<>();
        ranges.stream().sorted(Comparator.comparingLong(Books.Range::first)).forEach(range -> {
            long before = reached.getOrDefault(range.device(), 0L);
            reached.put(range.device(), range.first() <= before + 1 ? Math.max(before, range.last()) : before);
        });
        return reached;
    }

    /** Finds out from its envelopes how far a document is held whose record is gone. */
    void rebuild(Holding holding, List<Envelope> whole) {
        for (Envelope envelope : whole) {
            var header = envelope.header();
            holding.once(header.device(), header.last());
        }
        lower(holding, whole);
    }

    private void lower(Holding holding, List<Envelope> whole) {
        SortedMap<DeviceId, SortedMap<EnvelopeId, Envelope>> following = new TreeMap<>();
        for (Envelope envelope : whole) {
            following
                    .computeIfAbsent(envelope.header().device(), unseen -> new TreeMap<>())
                    .putIfAbsent(envelope.header().previous(), envelope);
        }
        holding.rememberHowFar();
        SortedMap<EnvelopeId, Envelope> behind = new TreeMap<>();
        for (DeviceId device : holding.devicesEver()) {
            SortedMap<EnvelopeId, Envelope> chain = following.getOrDefault(device, new TreeMap<>());
            Frontier.Entry reached = holding.frontier().entry(device).from(0, EnvelopeId.NONE);
            Optional<Envelope> next = next(chain, reached);
            while (next.isPresent()) {
                reached = reached.followedBy(
                        next.get().header().last(), next.get().id());
                chain.remove(next.get().header().previous());
                next = next(chain, reached);
            }
            holding.holdOnly(device, reached);
            behind.putAll(chain);
        }
        behindHoles.put(holding.document(), behind);
        chains.restore(holding);
    }

    private static Optional<Envelope> next(SortedMap<EnvelopeId, Envelope> chain, Frontier.Entry reached) {
        return Optional.ofNullable(chain.get(reached.last()))
                .filter(envelope -> envelope.header().first() == reached.count() + 1)
                .filter(envelope -> !reached.isCutOffAt(envelope.header().last()));
    }

    /** True if this envelope is on the disk already, behind a hole. */
    boolean isKept(Envelope envelope) {
        Envelope kept =
                behind(envelope.header().document()).get(envelope.header().previous());
        return kept != null && kept.id().equals(envelope.id());
    }

    private SortedMap<EnvelopeId, Envelope> behind(DocumentId document) {
        return behindHoles.getOrDefault(document, new TreeMap<>());
    }

    /** Counts in what lies behind a hole that this envelope has filled. */
    List<Envelope> filledBy(Envelope envelope) {
        List<Envelope> found = new ArrayList<>();
        SortedMap<EnvelopeId, Envelope> behind = behind(envelope.header().document());
        behind.remove(envelope.header().previous());
        Optional<Envelope> next = after(behind, envelope);
        while (next.isPresent()) {
            chains.extend(next.get());
            found.add(next.get());
            behind.remove(next.get().header().previous());
            next = after(behind, next.get());
        }
        if (behind.isEmpty()) {
            behindHoles.remove(envelope.header().document());
        }
        return found;
    }

    private Optional<Envelope> after(SortedMap<EnvelopeId, Envelope> behind, Envelope envelope) {
        Frontier.Entry reached = chains.of(envelope.header().document())
                .frontier()
                .entry(envelope.header().device());
        return next(behind, reached)
                .filter(found ->
                        found.header().device().equals(envelope.header().device()));
    }
}
