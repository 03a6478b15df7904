package org.doorlight.protocol.document;

/** The kinds of values, in the order of their numbers in the lower four bits of a value's metadata. */
enum ValueType {
    NULL,
    FALSE,
    TRUE,
    UNSIGNED,
    SIGNED,
    FLOAT,
    TEXT,
    BYTES,
    COUNTER,
    TIMESTAMP;

    private static final ValueType[] BY_NUMBER = values();
    private static final int FLOAT_BYTES = 8;

    static ValueType of(int number) throws Refusal {
        if (number >= BY_NUMBER.length) {
            throw new Refusal(Reason.BAD_VALUE, "value type " + number + " is not known");
        }
        return BY_NUMBER[number];
    }

    /** Reads a value of this kind, which has to fill exactly these bytes. */
    void check(ByteCursor bytes) throws Refusal {
        switch (this) {
            case UNSIGNED -> bytes.unsigned64();
            case SIGNED, COUNTER, TIMESTAMP -> bytes.signed();
            case FLOAT -> bytes.take(FLOAT_BYTES);
            case TEXT -> {
                bytes.text();
                return;
            }
            case BYTES -> {
                return;
            }
            case NULL, FALSE, TRUE -> {}
        }
        if (!bytes.isEmpty()) {
            throw new Refusal(Reason.BAD_VALUE, "a value is longer than its type allows");
        }
    }
}
