package org.doorlight.protocol.core;

import java.util.ArrayDeque;
import java.util.Deque;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.sync.Channel;

/** The channels this node has dialled lately: who finds its own keys at the other end of another channel has met a copy of itself. */
final class OwnDials {
    // More than can be under way at a time; a proof comes within seconds of the dial.
    private static final int KEPT_MAX = 256;

    private final Deque<Bytes32> bindings = new ArrayDeque<>();

    void add(Channel channel) {
        bindings.addLast(channel.binding());
        if (bindings.size() > KEPT_MAX) {
            bindings.removeFirst();
        }
    }

    boolean contains(Channel channel) {
        return bindings.contains(channel.binding());
    }
}
