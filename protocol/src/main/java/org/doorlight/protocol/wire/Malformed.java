package org.doorlight.protocol.wire;

import java.nio.ByteBuffer;

/**
 * Ends the reading of bytes inside a parser; its face answers with a value instead. Without a stack trace, because a peer may cause it
 * as often as it likes.
 */
public final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    private final Flaw flaw;

    public Malformed(Flaw flaw) {
        super(flaw.words(), null, false, false);
        this.flaw = flaw;
    }

    /** Goes on if this holds. */
    public static void unless(boolean fine, Flaw flaw) throws Malformed {
        if (!fine) {
            throw new Malformed(flaw);
        }
    }

    /** Goes on if the bytes begin with these four; the first thing to ask, so that any other flaw tells what the bytes were meant to be. */
    public static void unlessBegins(byte[] bytes, int magic) throws Malformed {
        boolean begins = bytes.length >= Integer.BYTES && ByteBuffer.wrap(bytes).getInt() == magic;
        unless(begins, Flaw.WRONG_MAGIC);
    }

    public Flaw flaw() {
        return flaw;
    }
}
