package org.doorlight.protocol.replica;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Excerpt;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/**
 * Where devices gave two answers (PROTOCOL §6): for each document and device the proof with the lowest fork number seen. The lowest wins on
 * every node, and what is held only ever reaches up to it, so all nodes come to the same frontier whichever answer they heard first.
 */
final class Forks {
    private final SortedMap<DocumentId, SortedMap<DeviceId, Contradiction>> proofs = new TreeMap<>();
    private final List<Contradiction> fresh = new ArrayList<>();

    Optional<Contradiction> of(DocumentId document, DeviceId device) {
        return Optional.ofNullable(
                proofs.getOrDefault(document, new TreeMap<>()).get(device));
    }

    /** All proofs, by document and device. */
    List<Contradiction> all() {
        return proofs.values().stream()
                .flatMap(devices -> devices.values().stream())
                .toList();
    }

    /** Proofs that came in or were found since the last call. */
    List<Contradiction> takeFresh() {
        List<Contradiction> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    void restore(Contradiction proof) {
        proofs.computeIfAbsent(proof.document(), unseen -> new TreeMap<>()).put(proof.device(), proof);
    }

    void put(Contradiction proof) {
        restore(proof);
        fresh.add(proof);
    }

    /** The proof with the lowest fork number to be made of this one and of what is held of its device. */
    static Contradiction lowest(Contradiction proof, List<Excerpt> held) {
        Contradiction lowest = proof;
        for (Optional<Contradiction> lower = lower(lowest, held); lower.isPresent(); lower = lower(lowest, held)) {
            lowest = lower.get();
        }
        return lowest;
    }

    private static Optional<Contradiction> lower(Contradiction proof, List<Excerpt> held) {
        return held.stream()
                .flatMap(envelope -> proof.lowered(envelope).stream())
                .min(Comparator.comparingLong(Contradiction::fork));
    }

    /** How far what is held reaches below a fork. */
    static Frontier.Entry below(long fork, List<Excerpt> held) {
        return held.stream()
                .filter(envelope -> envelope.header().last() < fork)
                .max(Comparator.comparingLong(envelope -> envelope.header().last()))
                .map(envelope -> new Frontier.Entry(envelope.header().last(), envelope.id(), fork))
                .orElse(new Frontier.Entry(0, EnvelopeId.NONE, fork));
    }
}
