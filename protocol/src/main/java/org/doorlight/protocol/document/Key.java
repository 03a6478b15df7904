package org.doorlight.protocol.document;

/** Where in its object an operation applies. */
sealed interface Key {

    /** Under a name in a map. */
    record Name(Text text) implements Key {}

    /** At an element of a sequence, or right after it when inserting; {@link OperationId#NONE} is before the first. */
    record Element(OperationId id) implements Key {}
}
