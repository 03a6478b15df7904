package org.doorlight.protocol.document;

/**
 * The name of an operation as columns write it.
 *
 * @param actor index into the actors of the chunk; in a change 0 is its author
 * @param counter 1 or more, counted across all actors
 */
record OperationId(int actor, long counter) {

    /** Stands for the root object, and for the place before a sequence's first element. */
    static final OperationId NONE = new OperationId(-1, 0);

    boolean isNone() {
        return counter == 0;
    }
}
