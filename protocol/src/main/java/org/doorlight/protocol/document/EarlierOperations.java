package org.doorlight.protocol.document;

import org.jspecify.annotations.Nullable;

/** The operations of the changes that a change follows, as far as they are known. */
interface EarlierOperations {

    /** Where a single change is judged by itself: an earlier operation may be anything. */
    EarlierOperations UNKNOWN = id -> null;

    /**
     * An operation with a smaller counter than the change's own.
     *
     * @param id with the actor's index in the change, as the ids in the answer
     * @return null if nothing is known about it
     * @throws Refusal if it is known that there is no such operation
     */
    @Nullable
    PlacedOperation find(OperationId id) throws Refusal;
}
