package org.doorlight.protocol.document;

import org.jspecify.annotations.Nullable;

/** The operation table of a change or of a saved document, read row by row. */
final class OperationColumns {
    private final UnsignedColumn objectActors;
    private final UnsignedColumn objectCounters;
    private final UnsignedColumn keyActors;
    private final DeltaColumn keyCounters;
    private final TextColumn keyTexts;
    private final BooleanColumn inserts;
    private final UnsignedColumn actions;
    private final ValueColumn values;
    private final BooleanColumn expands;
    private final TextColumn markNames;
    private final OperationIdGroup others;

    private OperationColumns(ColumnTable table, OperationIdGroup.Bounds bounds, OperationIdGroup others) {
        int rowsMax = bounds.rowsMax();
        long actorMax = bounds.actors() - 1L;
        long counterMax = ChangeLimits.OPERATION_COUNTER_MAX;
        this.objectActors = unsigned(table, "object actor", ColumnSpec.OBJECT_ACTOR, rowsMax, actorMax);
        this.objectCounters = new UnsignedColumn(
                "object counter",
                table.column(ColumnSpec.OBJECT_COUNTER),
                rowsMax,
                counterMax,
                Reason.NUMBER_OUT_OF_RANGE);
        this.keyActors = unsigned(table, "element actor", ColumnSpec.KEY_ACTOR, rowsMax, actorMax);
        this.keyCounters =
                new DeltaColumn("element counter", table.column(ColumnSpec.KEY_COUNTER), rowsMax, 0, counterMax);
        this.keyTexts = text(table, "key", ColumnSpec.KEY_TEXT, rowsMax);
        this.inserts = new BooleanColumn("insert", table.column(ColumnSpec.INSERT), rowsMax);
        this.actions = new UnsignedColumn(
                "action", table.column(ColumnSpec.ACTION), rowsMax, Action.NUMBER_MAX, Reason.UNKNOWN_ACTION);
        this.values = new ValueColumn(table.column(ColumnSpec.VALUE_METADATA), table.column(ColumnSpec.VALUE), rowsMax);
        this.expands = new BooleanColumn("expand", table.column(ColumnSpec.EXPAND), rowsMax);
        this.markNames = text(table, "mark name", ColumnSpec.MARK_NAME, rowsMax);
        this.others = others;
    }

    /** The table of a change; each row's others are its predecessors. */
    static OperationColumns ofChange(ColumnTable table, OperationIdGroup.Bounds bounds) throws Refusal {
        checkNeeded(table, ColumnSpec.PREDECESSOR_COUNT);
        var predecessors = new OperationIdGroup(
                "predecessor",
                table.column(ColumnSpec.PREDECESSOR_COUNT),
                table.column(ColumnSpec.PREDECESSOR_ACTOR),
                table.column(ColumnSpec.PREDECESSOR_COUNTER),
                bounds);
        return new OperationColumns(table, bounds, predecessors);
    }

    /** The table of a saved document; each row's others are its successors. */
    static OperationColumns ofDocument(ColumnTable table, OperationIdGroup.Bounds bounds) throws Refusal {
        checkNeeded(table, ColumnSpec.SUCCESSOR_COUNT);
        var successors = new OperationIdGroup(
                "successor",
                table.column(ColumnSpec.SUCCESSOR_COUNT),
                table.column(ColumnSpec.SUCCESSOR_ACTOR),
                table.column(ColumnSpec.SUCCESSOR_COUNTER),
                bounds);
        return new OperationColumns(table, bounds, successors);
    }

    // A table without operations has no columns at all; any other has at least these four.
    private static void checkNeeded(ColumnTable table, int others) throws Refusal {
        if (table.isEmpty()) {
            return;
        }
        for (int needed : new int[] {ColumnSpec.INSERT, ColumnSpec.ACTION, ColumnSpec.VALUE_METADATA, others}) {
            if (!table.has(needed)) {
                throw new Refusal(Reason.MISSING_COLUMN, "column " + needed + " is missing");
            }
        }
    }

    private static UnsignedColumn unsigned(ColumnTable table, String name, int spec, int rowsMax, long actorMax) {
        return new UnsignedColumn(name, table.column(spec), rowsMax, actorMax, Reason.UNKNOWN_ACTOR);
    }

    private static TextColumn text(ColumnTable table, String name, int spec, int rowsMax) {
        return new TextColumn(
                name, table.column(spec), rowsMax, ChangeLimits.KEY_BYTES_MAX, ChangeLimits.CHANGE_KEY_BYTES_MAX);
    }

    /** Whether there is another operation; the action column, which has a value in each row, decides. */
    boolean hasNext() {
        return actions.hasNext();
    }

    Operation next() throws Refusal {
        actions.nextValue();
        return new Operation(
                object(),
                key(),
                inserts.next(),
                Action.of(actions.value()),
                values.next(),
                others.next(),
                expands.next(),
                markNames.nextOrNull());
    }

    /** Checks that no column has more rows than there were operations. */
    void finish() throws Refusal {
        objectActors.finish();
        objectCounters.finish();
        keyActors.finish();
        keyCounters.finish();
        keyTexts.finish();
        inserts.finish();
        actions.finish();
        values.finish();
        others.finish();
        expands.finish();
        markNames.finish();
        if (expands.hasOnlyFalse()) {
            throw new Refusal(Reason.RUN_NOT_SHORTEST, "there is a column of expand without any true row");
        }
    }

    private OperationId object() throws Refusal {
        long actor = objectActors.nextOr(-1);
        long counter = objectCounters.nextOr(0);
        if ((actor < 0) != (counter == 0)) {
            throw new Refusal(Reason.MISSING_VALUE, "an object has only half an id");
        }
        return actor < 0 ? OperationId.NONE : new OperationId((int) actor, counter);
    }

    private Key key() throws Refusal {
        long actor = keyActors.nextOr(-1);
        long counter = keyCounters.nextOr(-1);
        @Nullable Text text = keyTexts.nextOrNull();
        boolean element = counter >= 0;
        if (element == (text != null)) {
            throw new Refusal(Reason.BAD_KEY, "an operation has neither key nor element, or both");
        }
        // Without an actor only counter 0 is written, for the place before the first element.
        if ((actor < 0) != (counter <= 0)) {
            throw new Refusal(Reason.MISSING_VALUE, "an element has only half an id");
        }
        return text != null
                ? new Key.Name(text)
                : new Key.Element(actor < 0 ? OperationId.NONE : new OperationId((int) actor, counter));
    }
}
