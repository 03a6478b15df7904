package org.doorlight.protocol.care.turns;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;

/**
 * All that the street is told of somebody's room (CARE §5): what one may be asked for, or the one "not asked". Not asked has no reason, no
 * kinds and no bucket: rest, a journey, a full month and a cool-down are the same bytes.
 *
 * @param kinds what somebody may be asked for; empty for "not asked"
 * @param bucket 0 to 3, drives order only and is never shown; 0 for "not asked"
 */
public record Published(SortedSet<RequestKind> kinds, int bucket) {
    /** The one "not asked". */
    public static final Published NOT_ASKED = new Published(new TreeSet<>(), 0);

    /** Somebody the street has not heard of yet: may be asked for anything, and is neither first nor last. */
    public static final Published UNSAID = new Published(new TreeSet<>(Arrays.asList(RequestKind.values())), 1);

    public Published {
        kinds = Collections.unmodifiableSortedSet(new TreeSet<>(kinds));
        if (bucket < 0 || bucket >= Bucket.LEVELS || (kinds.isEmpty() && bucket != 0)) {
            throw new IllegalArgumentException("a bucket out of its range");
        }
    }

    /** True if somebody may be asked for this. */
    public boolean isAskedFor(RequestKind kind) {
        return kinds.contains(kind);
    }
}
