package org.doorlight.protocol.sync;

import org.doorlight.protocol.wire.message.SessionMessage;

/** The way to the other end of a session. */
public interface Line {
    void send(SessionMessage message);

    /** Ends the session after what was sent before has left, all that was to be said having been said. */
    void part();

    /**
     * Ends the session because something is wrong, after what was sent before has left.
     *
     * @param why for this node's own counting and log; never sent
     */
    void hangUp(String why);
}
