package org.doorlight.protocol.document;

/**
 * The numbers that name a column on the wire: {@code id << 4 | deflate << 3 | type}. Types are 0 group, 1 actor, 2
 * unsigned, 3 delta, 4 boolean, 5 text, 6 value metadata, 7 value.
 */
final class ColumnSpec {
    static final int DEFLATE_BIT = 0x08;

    static final int OBJECT_ACTOR = 0x01;
    static final int OBJECT_COUNTER = 0x02;
    static final int KEY_ACTOR = 0x11;
    static final int KEY_COUNTER = 0x13;
    static final int KEY_TEXT = 0x15;
    static final int INSERT = 0x34;
    static final int ACTION = 0x42;
    static final int VALUE_METADATA = 0x56;
    static final int VALUE = 0x57;
    static final int EXPAND = 0x94;
    static final int MARK_NAME = 0xa5;

    /** In changes: the operations that this one overwrites. */
    static final int PREDECESSOR_COUNT = 0x70;

    static final int PREDECESSOR_ACTOR = 0x71;
    static final int PREDECESSOR_COUNTER = 0x73;

    /** In saved documents: the operation's own id, and the operations that overwrote it. */
    static final int ID_ACTOR = 0x21;

    static final int ID_COUNTER = 0x23;
    static final int SUCCESSOR_COUNT = 0x80;
    static final int SUCCESSOR_ACTOR = 0x81;
    static final int SUCCESSOR_COUNTER = 0x83;

    /** In saved documents: one row per change. */
    static final int CHANGE_ACTOR = 0x01;

    static final int CHANGE_SEQUENCE = 0x03;
    static final int CHANGE_MAX_OPERATION = 0x13;
    static final int CHANGE_TIME = 0x23;
    static final int CHANGE_MESSAGE = 0x35;
    static final int CHANGE_DEPENDENCY_COUNT = 0x40;
    static final int CHANGE_DEPENDENCY = 0x43;
    static final int CHANGE_EXTRA_METADATA = 0x56;
    static final int CHANGE_EXTRA = 0x57;

    private ColumnSpec() {}
}
