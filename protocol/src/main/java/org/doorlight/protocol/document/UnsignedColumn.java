package org.doorlight.protocol.document;

/** Run-length encoded unsigned numbers: counters, actions, actor indices, counts. */
final class UnsignedColumn extends RunLengthColumn {
    private final long max;
    private final Reason tooLarge;
    private long value;

    /**
     * @param max the largest value
     * @param tooLarge what it means if a value is larger
     */
    UnsignedColumn(String name, ByteCursor bytes, int rowsMax, long max, Reason tooLarge) {
        super(name, bytes, rowsMax);
        this.max = max;
        this.tooLarge = tooLarge;
    }

    @Override
    boolean readValue(ByteCursor bytes) throws Refusal {
        long before = value;
        value = bytes.unsigned64();
        if (value < 0 || value > max) {
            throw new Refusal(tooLarge, name() + " " + Long.toUnsignedString(value) + " is above " + max);
        }
        return value == before;
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
