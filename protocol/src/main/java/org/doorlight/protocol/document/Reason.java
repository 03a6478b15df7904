package org.doorlight.protocol.document;

/** Why bytes were refused. One per kind of fault, so that refusals can be counted by kind. */
public enum Reason {
    /** The bytes end where more were promised. */
    TRUNCATED,
    /** There are bytes after the end of the chunk. */
    TRAILING_BYTES,
    /** The chunk does not begin with Automerge's four magic bytes. */
    WRONG_MAGIC,
    /** The chunk's type is none that is known. */
    UNKNOWN_CHUNK_TYPE,
    /** The chunk holds a whole document; only single changes are taken from neighbours. */
    WHOLE_DOCUMENT,
    /** The chunk holds a single change where a whole document was expected. */
    NOT_A_DOCUMENT,
    /** The checksum does not fit the contents. */
    WRONG_CHECKSUM,
    /** The chunk, inflated or not, or the file is larger than allowed. */
    TOO_MANY_BYTES,
    /** The file holds more chunks than allowed. */
    TOO_MANY_CHUNKS,
    /** The compressed bytes are damaged, incomplete or followed by others. */
    BAD_COMPRESSION,
    /** A number is not in its shortest form. */
    NUMBER_NOT_SHORTEST,
    /** A number, counter or sum is beyond its range. */
    NUMBER_OUT_OF_RANGE,
    /** A text is not UTF-8. */
    BAD_TEXT,
    /** A key, message, mark name or value, or all of them together, are longer than allowed. */
    TOO_LONG,
    /** The change follows more changes than allowed. */
    TOO_MANY_DEPENDENCIES,
    /** The dependencies are not strictly ascending. */
    DEPENDENCIES_OUT_OF_ORDER,
    /** The author's or another actor's id is empty or too long. */
    BAD_ACTOR,
    /** The change or document mentions more actors than allowed. */
    TOO_MANY_ACTORS,
    /** The actors are not strictly ascending, or the author is listed among the others. */
    ACTORS_OUT_OF_ORDER,
    /** An actor is listed and not used by any operation. */
    ACTOR_UNUSED,
    /** A change after an actor's first one does not depend on anything. */
    SEQUENCE_WITHOUT_DEPENDENCY,
    /** More columns are listed than allowed. */
    TOO_MANY_COLUMNS,
    /** A column is none that is known. */
    UNKNOWN_COLUMN,
    /** The columns are not strictly ascending. */
    COLUMNS_OUT_OF_ORDER,
    /** A listed column has no bytes. */
    EMPTY_COLUMN,
    /** A column inside a change is compressed on its own. */
    COMPRESSED_COLUMN,
    /** A column that each operation needs is not there. */
    MISSING_COLUMN,
    /** A column has fewer or more rows than there are operations. */
    ROW_COUNT,
    /** There are more operations, changes or rows than allowed. */
    TOO_MANY_OPERATIONS,
    /** A run of rows could have been written shorter; such a change would not survive being saved. */
    RUN_NOT_SHORTEST,
    /** A row has no value where one is needed, or only half of one. */
    MISSING_VALUE,
    /** A value's type is none that is known, or its length does not fit its type. */
    BAD_VALUE,
    /** The action is none that is known. */
    UNKNOWN_ACTION,
    /** The operation has neither map key nor element, or both, or the wrong one for its object or action. */
    BAD_KEY,
    /** The operation's value, mark or insert flag does not fit its action. */
    BAD_OPERATION,
    /** A mark is not followed by its end. */
    UNPAIRED_MARK,
    /** An operation names an actor that is not listed. */
    UNKNOWN_ACTOR,
    /** An operation refers to itself, to a later one, or to one that its change cannot have known. */
    REFERENCE_TO_FUTURE,
    /** An operation refers to one that is not there, or not of the right kind. */
    BAD_REFERENCE,
    /** The predecessors are not strictly ascending. */
    PREDECESSORS_OUT_OF_ORDER,
    /** The operation must, or must not, have predecessors. */
    BAD_PREDECESSORS,
    /** There are more predecessors than allowed. */
    TOO_MANY_PREDECESSORS,
    /** Objects are nested deeper than allowed. */
    TOO_DEEP,
    /** The change is not its actor's next one after those it follows. */
    SEQUENCE_NOT_NEXT,
    /** Another change of the same actor has the same number. */
    SEQUENCE_TAKEN,
    /** The first operation is not numbered right after the last one of the changes it follows. */
    START_NOT_NEXT,
    /** A saved document's changes, operations and heads do not fit each other. */
    INCONSISTENT_DOCUMENT
}
