package org.doorlight.node.loop;

import org.doorlight.protocol.core.Moment;

/** Tells when it is. The core has no clock of its own: every input comes with a moment. */
public interface MomentClock {
    /** Now; the monotonic part never goes back. May be called on any thread. */
    Moment now();
}
