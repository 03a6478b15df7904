package org.doorlight.node.net;

import java.util.concurrent.atomic.AtomicLong;

/** The counters while they count; written by the network thread, read by any. */
final class Tally {
    final AtomicLong accepted = new AtomicLong();
    final AtomicLong refusedHalfOpen = new AtomicLong();
    final AtomicLong tlsFailed = new AtomicLong();
    final AtomicLong tooLong = new AtomicLong();
    final AtomicLong tooSlow = new AtomicLong();
    final AtomicLong idle = new AtomicLong();
    final AtomicLong bytesIn = new AtomicLong();
    final AtomicLong bytesOut = new AtomicLong();

    NetCounters snapshot() {
        return new NetCounters(
                accepted.get(),
                refusedHalfOpen.get(),
                tlsFailed.get(),
                tooLong.get(),
                tooSlow.get(),
                idle.get(),
                bytesIn.get(),
                bytesOut.get());
    }
}
