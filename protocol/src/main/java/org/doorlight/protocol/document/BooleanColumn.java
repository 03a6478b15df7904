package org.doorlight.protocol.document;

/**
 * Counts of rows that are alternately false and true, beginning with false. Only the first count may be zero. A column
 * that is absent is false in every row.
 */
final class BooleanColumn {
    private final String name;
    private final ByteCursor bytes;
    private final boolean absent;
    private long rowsLeft;
    private long inRun;
    private boolean value = true;
    private boolean anyTrue;
    private boolean started;

    /**
     * @param name what a person would call the column
     * @param bytes its bytes, none if it is absent
     * @param rowsMax how many rows it may have
     */
    BooleanColumn(String name, ByteCursor bytes, int rowsMax) {
        this.name = name;
        this.bytes = bytes;
        this.absent = bytes.isEmpty();
        this.rowsLeft = rowsMax;
    }

    /** The next row's value. */
    boolean next() throws Refusal {
        if (absent) {
            return false;
        }
        while (inRun == 0) {
            startRun();
        }
        inRun--;
        return value;
    }

    /** Whether the column is there without a single true row. */
    boolean hasOnlyFalse() {
        return !absent && !anyTrue;
    }

    /** Checks that no rows are left. */
    void finish() throws Refusal {
        if (inRun > 0 || !bytes.isEmpty()) {
            throw new Refusal(Reason.ROW_COUNT, "there are more rows of " + name + " than operations");
        }
    }

    private void startRun() throws Refusal {
        if (bytes.isEmpty()) {
            throw new Refusal(Reason.ROW_COUNT, "there are fewer rows of " + name + " than operations");
        }
        inRun = bytes.unsigned();
        if (inRun > rowsLeft) {
            throw new Refusal(Reason.TOO_MANY_OPERATIONS, "a run claims " + inRun + " rows of " + name);
        }
        if (inRun == 0 && started) {
            throw new Refusal(Reason.RUN_NOT_SHORTEST, "the runs of " + name + " are not in their shortest form");
        }
        rowsLeft -= inRun;
        value = !value;
        anyTrue |= value;
        started = true;
    }
}
