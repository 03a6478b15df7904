package org.doorlight.protocol.document;

/** Values in two columns: one says type and length of each ({@code length << 4 | type}), the other has their bytes. */
final class ValueColumn {
    private static final int TYPE_BITS = 4;
    private static final int TYPE_MASK = (1 << TYPE_BITS) - 1;

    private final UnsignedColumn metadata;
    private final ByteCursor raw;

    /** @param rowsMax how many rows there may be */
    ValueColumn(ByteCursor metadata, ByteCursor raw, int rowsMax) {
        long max = ((long) ChangeLimits.VALUE_BYTES_MAX << TYPE_BITS) | TYPE_MASK;
        this.metadata = new UnsignedColumn("value metadata", metadata, rowsMax, max, Reason.TOO_LONG);
        this.raw = raw;
    }

    /** Checks the next row's value and returns its type. */
    ValueType next() throws Refusal {
        metadata.nextValue();
        var type = ValueType.of((int) metadata.value() & TYPE_MASK);
        type.check(raw.take(metadata.value() >>> TYPE_BITS));
        return type;
    }

    /** Checks that no rows and no bytes are left. */
    void finish() throws Refusal {
        metadata.finish();
        if (!raw.isEmpty()) {
            throw new Refusal(Reason.BAD_VALUE, raw.remaining() + " bytes belong to no value");
        }
    }
}
