package org.doorlight.protocol.document;

import java.util.ArrayList;

/** A list of operation ids per row: a column of counts, and columns of actors and counters for all lists in turn. */
final class OperationIdGroup {
    private static final OperationId[] EMPTY = {};

    private final UnsignedColumn counts;
    private final UnsignedColumn actors;
    private final DeltaColumn counters;

    /**
     * @param name what a person would call one of the ids
     * @param bounds the operation table's
     */
    OperationIdGroup(String name, ByteCursor counts, ByteCursor actors, ByteCursor counters, Bounds bounds) {
        int idsMax = bounds.idsMax();
        this.counts =
                new UnsignedColumn(name + " count", counts, bounds.rowsMax(), idsMax, Reason.TOO_MANY_PREDECESSORS);
        this.actors = new UnsignedColumn(name + " actor", actors, idsMax, bounds.actors() - 1L, Reason.UNKNOWN_ACTOR);
        this.counters = new DeltaColumn(name + " counter", counters, idsMax, 1, ChangeLimits.OPERATION_COUNTER_MAX);
    }

    /**
     * How large a table may be.
     *
     * @param rowsMax operations
     * @param idsMax predecessors or successors of all operations
     * @param actors how many actors can be referred to
     */
    record Bounds(int rowsMax, int idsMax, int actors) {}

    /** The next row's list. */
    OperationId[] next() throws Refusal {
        counts.nextValue();
        int count = (int) counts.value();
        if (count == 0) {
            return EMPTY;
        }
        var ids = new ArrayList<OperationId>(Math.min(count, 4));
        for (int index = 0; index < count; index++) {
            actors.nextValue();
            counters.nextValue();
            ids.add(new OperationId((int) actors.value(), counters.value()));
        }
        return ids.toArray(EMPTY);
    }

    /** Checks that no rows are left in any of the three columns. */
    void finish() throws Refusal {
        counts.finish();
        actors.finish();
        counters.finish();
    }
}
