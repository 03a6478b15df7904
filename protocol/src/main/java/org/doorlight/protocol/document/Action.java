package org.doorlight.protocol.document;

/** What an operation does, in the order of the numbers on the wire. */
enum Action {
    MAKE_MAP,
    SET,
    MAKE_LIST,
    DELETE,
    MAKE_TEXT,
    INCREMENT,
    MAKE_TABLE,
    MARK;

    private static final Action[] BY_NUMBER = values();

    /** The largest number on the wire. */
    static final int NUMBER_MAX = BY_NUMBER.length - 1;

    static Action of(long number) {
        return BY_NUMBER[(int) number];
    }

    /** Whether it makes an object. */
    boolean makes() {
        return makesMap() || makesSequence();
    }

    /** Whether it makes an object with names. */
    boolean makesMap() {
        return this == MAKE_MAP || this == MAKE_TABLE;
    }

    /** Whether it makes an object with elements. */
    boolean makesSequence() {
        return this == MAKE_LIST || this == MAKE_TEXT;
    }
}
