package org.doorlight.protocol.document;

import java.util.Arrays;

/** Which columns a table may have, and whether they may be compressed one by one. */
enum ColumnLayout {
    /** The operations of a change. The format forbids compressed columns here: the chunk is compressed as a whole. */
    CHANGE_OPERATIONS(
            false,
            ColumnSpec.OBJECT_ACTOR,
            ColumnSpec.OBJECT_COUNTER,
            ColumnSpec.KEY_ACTOR,
            ColumnSpec.KEY_COUNTER,
            ColumnSpec.KEY_TEXT,
            ColumnSpec.INSERT,
            ColumnSpec.ACTION,
            ColumnSpec.VALUE_METADATA,
            ColumnSpec.VALUE,
            ColumnSpec.PREDECESSOR_COUNT,
            ColumnSpec.PREDECESSOR_ACTOR,
            ColumnSpec.PREDECESSOR_COUNTER,
            ColumnSpec.EXPAND,
            ColumnSpec.MARK_NAME),

    /** The operations of a saved document. */
    DOCUMENT_OPERATIONS(
            true,
            ColumnSpec.OBJECT_ACTOR,
            ColumnSpec.OBJECT_COUNTER,
            ColumnSpec.KEY_ACTOR,
            ColumnSpec.KEY_COUNTER,
            ColumnSpec.KEY_TEXT,
            ColumnSpec.ID_ACTOR,
            ColumnSpec.ID_COUNTER,
            ColumnSpec.INSERT,
            ColumnSpec.ACTION,
            ColumnSpec.VALUE_METADATA,
            ColumnSpec.VALUE,
            ColumnSpec.SUCCESSOR_COUNT,
            ColumnSpec.SUCCESSOR_ACTOR,
            ColumnSpec.SUCCESSOR_COUNTER,
            ColumnSpec.EXPAND,
            ColumnSpec.MARK_NAME),

    /** The changes of a saved document. */
    DOCUMENT_CHANGES(
            true,
            ColumnSpec.CHANGE_ACTOR,
            ColumnSpec.CHANGE_SEQUENCE,
            ColumnSpec.CHANGE_MAX_OPERATION,
            ColumnSpec.CHANGE_TIME,
            ColumnSpec.CHANGE_MESSAGE,
            ColumnSpec.CHANGE_DEPENDENCY_COUNT,
            ColumnSpec.CHANGE_DEPENDENCY,
            ColumnSpec.CHANGE_EXTRA_METADATA,
            ColumnSpec.CHANGE_EXTRA);

    private final boolean mayDeflate;
    private final int[] specs;

    ColumnLayout(boolean mayDeflate, int... ascendingSpecs) {
        this.mayDeflate = mayDeflate;
        this.specs = ascendingSpecs;
    }

    boolean mayDeflate() {
        return mayDeflate;
    }

    int size() {
        return specs.length;
    }

    /** Where a column stands in this layout, negative if nowhere. */
    int indexOf(int spec) {
        return Arrays.binarySearch(specs, spec);
    }
}
