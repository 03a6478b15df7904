package org.doorlight.protocol.sync;

import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.id.DeviceId;

/**
 * What one end lacks of a document, by both frontiers (PROTOCOL §7.4).
 *
 * @param mine what is held here
 * @param theirs what the other end says it holds
 */
record Difference(Frontier mine, Frontier theirs) {

    /** Lies beyond what the other end holds, and below every fork that one of both knows. */
    boolean isMissing(Party.Stored envelope) {
        return envelope.last() > theirs.count(envelope.device()) && counts(envelope);
    }

    private boolean counts(Party.Stored envelope) {
        return !mine.entry(envelope.device()).isCutOffAt(envelope.last())
                && !theirs.entry(envelope.device()).isCutOffAt(envelope.last());
    }

    /**
     * Both hold as many changes of its device and end with different envelopes: it gave two answers. With its whole chain the other end
     * finds where they part.
     */
    boolean isOfAnotherChain(Party.Stored envelope) {
        Frontier.Entry here = mine.entry(envelope.device());
        Frontier.Entry there = theirs.entry(envelope.device());
        return here.count() == there.count() && !here.last().equals(there.last()) && envelope.last() <= here.count();
    }

    /** Devices against which the other end has no proof, or one with a higher fork number. */
    SortedSet<DeviceId> unprovedForks() {
        SortedSet<DeviceId> forks = new TreeSet<>();
        mine.entries().forEach((device, entry) -> {
            Frontier.Entry there = theirs.entry(device);
            if (entry.isForked() && (!there.isForked() || there.fork() > entry.fork())) {
                forks.add(device);
            }
        });
        return forks;
    }
}
