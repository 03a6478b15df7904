package org.doorlight.protocol.sync;

import java.util.Collection;

/** The circles of this node, and what a session needs beside them. */
public interface Household {
    /** One for each circle, in a fixed order. */
    Collection<? extends Party> parties();

    /** Fresh random bytes. */
    byte[] random(int length);

    /** Milliseconds since 1970 by this node's wall clock; only ever makes something less urgent. */
    long wallMillis();
}
