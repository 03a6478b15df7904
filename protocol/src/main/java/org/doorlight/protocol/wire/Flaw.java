package org.doorlight.protocol.wire;

/** What is wrong with bytes that are no envelope, statement or grant, as far as the bytes alone can show. */
public enum Flaw {
    TOO_SHORT("it ends before it is complete"),
    TOO_LONG("it is longer than any may be"),
    WRONG_MAGIC("it does not begin as it should"),
    UNKNOWN_VERSION("its version is not known here"),
    UNKNOWN_SUITE("its set of ciphers is not known here"),
    UNKNOWN_KIND("what it carries is not known here"),
    NUMBER_OUT_OF_RANGE("a number in it is beyond its range"),
    WRONG_LENGTH("its lengths do not fit each other"),
    TOO_MANY("it lists more than it may"),
    NO_HEADS("it names no statements of the charter"),
    HEADS_OUT_OF_ORDER("the statements it names are not strictly ascending"),
    UNREADABLE_BODY("what it says is not understood here"),
    OUT_OF_PLACE("its place among the statements does not fit what it says");

    private final String words;

    Flaw(String words) {
        this.words = words;
    }

    /** The flaw as the second half of a sentence, without content. */
    public String words() {
        return words;
    }
}
