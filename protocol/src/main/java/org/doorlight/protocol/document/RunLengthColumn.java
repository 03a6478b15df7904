package org.doorlight.protocol.document;

/**
 * A run-length encoded column, read row by row. A positive count is followed by one value that stands for that many
 * rows, a negative one by as many single values, a zero by a count of rows without value. A column that is absent has
 * no value in any row.
 *
 * <p>Only the shortest form is accepted: the engine writes changes anew when it loads a saved document, and a change
 * that it would write otherwise loses its hash, and the document with it.
 */
abstract class RunLengthColumn {
    private enum Run {
        NONE,
        REPEATED,
        SINGLE,
        WITHOUT_VALUE
    }

    private final String name;
    private final ByteCursor bytes;
    private final boolean absent;
    private long rowsLeft;
    private Run run = Run.NONE;
    private long inRun;
    private boolean anyValue;

    /**
     * @param name what a person would call the column
     * @param bytes its bytes, none if it is absent
     * @param rowsMax how many rows it may have
     */
    RunLengthColumn(String name, ByteCursor bytes, int rowsMax) {
        this.name = name;
        this.bytes = bytes;
        this.absent = bytes.isEmpty();
        this.rowsLeft = rowsMax;
    }

    /** Reads one value and keeps it; says whether it equals the one kept before. */
    abstract boolean readValue(ByteCursor bytes) throws Refusal;

    /** Makes the row's value out of the one kept, once per row. */
    void useValue() throws Refusal {}

    final String name() {
        return name;
    }

    final boolean hasNext() {
        return inRun > 0 || !bytes.isEmpty();
    }

    /** Goes to the next row and says whether it has a value. */
    final boolean next() throws Refusal {
        if (absent) {
            return false;
        }
        if (inRun == 0) {
            startRun();
        } else if (run == Run.SINGLE) {
            readChanged();
        }
        inRun--;
        if (run == Run.WITHOUT_VALUE) {
            return false;
        }
        useValue();
        return true;
    }

    /** Goes to the next row, which must have a value. */
    final void nextValue() throws Refusal {
        if (!next()) {
            throw new Refusal(Reason.MISSING_VALUE, "a row has no " + name);
        }
    }

    /** Checks that no rows are left, and that the column was not all empty rows, which are left out when written. */
    final void finish() throws Refusal {
        if (hasNext()) {
            throw new Refusal(Reason.ROW_COUNT, "there are more rows of " + name + " than operations");
        }
        if (!absent && !anyValue) {
            throw new Refusal(Reason.RUN_NOT_SHORTEST, "there is a column of " + name + " without any value");
        }
    }

    private void startRun() throws Refusal {
        if (bytes.isEmpty()) {
            throw new Refusal(Reason.ROW_COUNT, "there are fewer rows of " + name + " than operations");
        }
        long count = bytes.signed();
        if (count > 0) {
            startRepeated(count);
        } else if (count < 0) {
            startSingle(count);
        } else {
            startWithoutValue(bytes.unsigned());
        }
    }

    private void startRepeated(long count) throws Refusal {
        claim(count);
        if (count == 1) {
            throw notShortest();
        }
        readAfterValues();
        run = Run.REPEATED;
        anyValue = true;
    }

    private void startSingle(long negativeCount) throws Refusal {
        if (run == Run.SINGLE) {
            throw notShortest();
        }
        claim(-negativeCount);
        readAfterValues();
        run = Run.SINGLE;
        anyValue = true;
    }

    private void startWithoutValue(long count) throws Refusal {
        if (run == Run.WITHOUT_VALUE || count == 0) {
            throw notShortest();
        }
        claim(count);
        run = Run.WITHOUT_VALUE;
    }

    private void readAfterValues() throws Refusal {
        boolean mayEqual = run == Run.NONE || run == Run.WITHOUT_VALUE;
        if (readValue(bytes) && !mayEqual) {
            throw notShortest();
        }
    }

    private void readChanged() throws Refusal {
        if (readValue(bytes)) {
            throw notShortest();
        }
    }

    // The negation of the smallest long is negative again, so both ends are looked at.
    private void claim(long count) throws Refusal {
        if (count < 0 || count > rowsLeft) {
            throw new Refusal(Reason.TOO_MANY_OPERATIONS, "a run claims " + count + " rows of " + name);
        }
        rowsLeft -= count;
        inRun = count;
    }

    private Refusal notShortest() {
        return new Refusal(Reason.RUN_NOT_SHORTEST, "the runs of " + name + " are not in their shortest form");
    }
}
