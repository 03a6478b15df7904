package org.doorlight.node.net;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts accepted channels, so that callers who say nothing cannot take every place. Network thread only. */
final class Guests {
    private final NetLimits.Counts counts;
    private final Map<InetAddress, Integer> halfOpenFrom = new HashMap<>();
    private int halfOpen;
    private int accepted;

    Guests(NetLimits.Counts counts) {
        this.counts = counts;
    }

    /** A place for one more from this address, if there is room. */
    Optional<Guest> admit(InetAddress address) {
        if (!hasRoom(address)) {
            return Optional.empty();
        }
        accepted++;
        halfOpen++;
        halfOpenFrom.merge(address, 1, Integer::sum);
        return Optional.of(new Guest(this, address));
    }

    void through(InetAddress address) {
        halfOpen--;
        halfOpenFrom.computeIfPresent(address, (from, count) -> count == 1 ? null : count - 1);
    }

    void left() {
        accepted--;
    }

    private boolean hasRoom(InetAddress address) {
        return accepted < counts.acceptedMax()
                && halfOpen < counts.halfOpenMax()
                && halfOpenFrom.getOrDefault(address, 0) < counts.halfOpenPerAddressMax();
    }
}
