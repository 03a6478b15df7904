package org.doorlight.protocol.document;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One row of an operation table, decoded but not yet compared with the other rows.
 *
 * @param object the object it changes, {@link OperationId#NONE} for the root
 * @param key where in the object
 * @param insert whether it makes a new element after {@code key}
 * @param action what it does
 * @param value the type of its value, {@link ValueType#NULL} if it needs none
 * @param others in a change its predecessors, in a saved document its successors
 * @param expand whether a mark grows with the text typed at its edge
 * @param markName the name of a mark that begins here
 */
record Operation(
        OperationId object,
        Key key,
        boolean insert,
        Action action,
        ValueType value,
        OperationId[] others,
        boolean expand,
        @Nullable Text markName) {

    /** Whether {@code id} is among its predecessors. */
    boolean overwrites(OperationId id) {
        return Arrays.asList(others).contains(id);
    }

    boolean beginsMark() {
        return action == Action.MARK && markName != null;
    }
}
