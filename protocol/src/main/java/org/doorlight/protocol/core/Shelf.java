package org.doorlight.protocol.core;

/** The kinds of records a store keeps beside envelopes. Numbers are written to disk: never renumber, never reuse. */
public enum Shelf {
    /** Who lives here: one record, key {@code home}, sealed. */
    HOME(1),
    /** This home's keys in a circle; key: circle, sealed. */
    IDENTITY(2),
    /** Charter statements as received; key: circle, place in the order of arrival. */
    STATEMENT(3),
    /** Key grants as received; key: circle, epoch. */
    GRANT(4),
    /** Documents with changes that native code has not come through yet (PROTOCOL §6); key: circle, document. */
    TRIAL(5),
    /** Epoch secrets, zeros where a grant holds none for this home; key: circle, epoch, sealed. */
    SECRET(6),
    /** What this node knows of a document, its facts included; key: circle, document, sealed. */
    DOCUMENT(7),
    /** Which state of the store this is; keys {@code generation} and, until the core has heard of it, {@code doubt}. */
    GENERATION(8),
    /** Proofs that a device gave two answers in a document (PROTOCOL §6); key: circle, document, device. */
    CONTRADICTION(9),
    /** What this box remembers about hellos and tells nobody; key: circle, sealed. */
    HELLO(10);

    private final int number;

    Shelf(int number) {
        this.number = number;
    }

    /** The number this shelf has on disk. */
    public int number() {
        return number;
    }
}
