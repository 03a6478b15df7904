package org.doorlight.protocol.replica;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.DocumentId;

/**
 * Documents that are held back from native code in this process (PROTOCOL §6): suspects, whose trial was under way when the node ended,
 * and paused ones, on which native code failed twice. This is never a rule of validity: it concerns one node, and one document.
 */
final class Trials {
    private static final int ABORTS_MAX = 2;

    /** What follows from a trial. */
    enum Verdict {
        CLEARED,
        ONCE_MORE,
        PAUSED
    }

    private final SortedMap<DocumentId, Integer> suspects = new TreeMap<>();
    private final SortedSet<DocumentId> paused = new TreeSet<>();

    void restore(DocumentId document, boolean isPaused) {
        if (isPaused) {
            paused.add(document);
        } else {
            suspects.put(document, 0);
        }
    }

    boolean isHeld(DocumentId document) {
        return suspects.containsKey(document) || paused.contains(document);
    }

    SortedSet<DocumentId> suspects() {
        return new TreeSet<>(suspects.keySet());
    }

    long paused() {
        return paused.size();
    }

    Verdict tried(DocumentId document, boolean aborted) {
        Integer before = suspects.get(document);
        if (!aborted || before == null) {
            suspects.remove(document);
            return Verdict.CLEARED;
        }
        if (before + 1 < ABORTS_MAX) {
            suspects.put(document, before + 1);
            return Verdict.ONCE_MORE;
        }
        suspects.remove(document);
        paused.add(document);
        return Verdict.PAUSED;
    }
}
