package org.doorlight.protocol.document;

/** Run-length encoded differences: each row's value is the last row's that had one, plus the row's difference. */
final class DeltaColumn extends RunLengthColumn {
    private final long min;
    private final long max;
    private long difference;
    private long value;

    /**
     * @param min the smallest value
     * @param max the largest value
     */
    DeltaColumn(String name, ByteCursor bytes, int rowsMax, long min, long max) {
        super(name, bytes, rowsMax);
        this.min = min;
        this.max = max;
    }

    @Override
    boolean readValue(ByteCursor bytes) throws Refusal {
        long before = difference;
        difference = bytes.signed();
        return difference == before;
    }

    @Override
    void useValue() throws Refusal {
        long sum = value + difference;
        boolean overflow = ((value ^ sum) & (difference ^ sum)) < 0;
        if (overflow || sum < min || sum > max) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, name() + " " + sum + " is out of range");
        }
        value = sum;
    }

    /** The value of the present row. */
    long value() {
        return value;
    }

    /** The next row's value, or {@code otherwise} if it has none. */
    long nextOr(long otherwise) throws Refusal {
        return next() ? value : otherwise;
    }
}
