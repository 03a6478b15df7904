package org.doorlight.protocol.document;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an acceptable change says about itself, so that an envelope can be compared with it, and the document's heads
 * with it after it was applied.
 *
 * @param id the change's hash
 * @param actor who wrote it
 * @param sequence which of the actor's changes in this document it is, from 1
 * @param startOperation the counter of its first operation, from 1; the next change may begin at this plus {@code
 *     operations}
 * @param operations how many operations it has, possibly none
 * @param dependencies the changes it directly follows, ascending
 * @param names the root keys it touches, ascending
 * @param plain the uncompressed chunk (type 1): the only bytes that may be handed to native code
 */
public record ChangeSummary(
        ChangeId id,
        ActorId actor,
        long sequence,
        long startOperation,
        int operations,
        List<ChangeId> dependencies,
        SortedSet<String> names,
        PlainChange plain) {

    public ChangeSummary {
        dependencies = List.copyOf(dependencies);
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
}
