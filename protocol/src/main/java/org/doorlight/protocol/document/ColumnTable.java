package org.doorlight.protocol.document;

/**
 * The columns of one table by their numbers. First the list of columns and lengths is read, later their bytes, because
 * a saved document has two lists before the bytes of both.
 */
final class ColumnTable {
    private static final ByteCursor ABSENT = new ByteCursor(new byte[0]);

    private final ColumnLayout layout;
    private final int[] lengths;
    private final boolean[] deflated;
    private final ByteCursor[] columns;

    private ColumnTable(ColumnLayout layout) {
        this.layout = layout;
        this.lengths = new int[layout.size()];
        this.deflated = new boolean[layout.size()];
        this.columns = new ByteCursor[layout.size()];
    }

    /** Reads the list: how many columns, then number and length of each, strictly ascending. */
    static ColumnTable readList(ByteCursor cursor, ColumnLayout layout) throws Refusal {
        var table = new ColumnTable(layout);
        int count = cursor.unsigned(ChangeLimits.COLUMNS_MAX, Reason.TOO_MANY_COLUMNS, "columns");
        int before = -1;
        for (int index = 0; index < count; index++) {
            int spec = cursor.unsigned(Integer.MAX_VALUE, Reason.UNKNOWN_COLUMN, "is no column");
            int column = table.admit(spec);
            if (column <= before) {
                throw new Refusal(Reason.COLUMNS_OUT_OF_ORDER, "column " + spec + " is out of order");
            }
            table.lengths[column] = length(cursor, spec);
            before = column;
        }
        return table;
    }

    private int admit(int spec) throws Refusal {
        int column = layout.indexOf(spec & ~ColumnSpec.DEFLATE_BIT);
        if (column < 0) {
            throw new Refusal(Reason.UNKNOWN_COLUMN, "column " + spec + " is not known");
        }
        deflated[column] = (spec & ColumnSpec.DEFLATE_BIT) != 0;
        if (deflated[column] && !layout.mayDeflate()) {
            throw new Refusal(Reason.COMPRESSED_COLUMN, "column " + spec + " is compressed");
        }
        return column;
    }

    // A writer leaves an empty column out; listed all the same, it would be lost when the document is saved.
    private static int length(ByteCursor cursor, int spec) throws Refusal {
        int length = cursor.unsigned(Integer.MAX_VALUE, Reason.TRUNCATED, "bytes are claimed by a column");
        if (length == 0) {
            throw new Refusal(Reason.EMPTY_COLUMN, "column " + spec + " is listed but empty");
        }
        return length;
    }

    /** Takes the columns' bytes off the cursor, inflating compressed ones to at most {@code bytesMax} together. */
    ColumnTable readColumns(ByteCursor cursor, int bytesMax) throws Refusal {
        int room = bytesMax;
        for (int column = 0; column < columns.length; column++) {
            ByteCursor bytes = cursor.take(lengths[column]);
            if (deflated[column]) {
                bytes = new ByteCursor(Inflation.inflate(bytes.copy(), room));
                room -= bytes.remaining();
            }
            columns[column] = bytes;
        }
        return this;
    }

    boolean has(int spec) {
        return lengths[layout.indexOf(spec)] > 0;
    }

    boolean isEmpty() {
        for (int length : lengths) {
            if (length > 0) {
                return false;
            }
        }
        return true;
    }

    /** The column's bytes, none if it is absent. */
    ByteCursor column(int spec) {
        return has(spec) ? columns[layout.indexOf(spec)] : ABSENT;
    }
}
