package org.doorlight.protocol.core;

import java.util.Collection;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.sync.Household;
import org.doorlight.protocol.sync.Party;

/** This node, as a session sees it. */
record NodeHousehold(Circles circles, Entropy entropy, NodeClock clock) implements Household {
    @Override
    public Collection<? extends Party> parties() {
        return circles.all();
    }

    @Override
    public byte[] random(int length) {
        return entropy.bytes(length);
    }

    @Override
    public long wallMillis() {
        return clock.moment().wallMillis();
    }
}
