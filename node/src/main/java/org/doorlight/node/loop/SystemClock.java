package org.doorlight.node.loop;

import org.doorlight.protocol.core.Moment;

/** This machine's clocks. The wall clock may be wrong or jump; the monotonic one counts from an arbitrary start. */
public final class SystemClock implements MomentClock {
    @Override
    public Moment now() {
        return new Moment(System.currentTimeMillis(), System.nanoTime());
    }
}
