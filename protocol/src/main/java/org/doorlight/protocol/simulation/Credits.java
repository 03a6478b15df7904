package org.doorlight.protocol.simulation;

import org.doorlight.protocol.wire.Frames;
import org.doorlight.protocol.wire.message.SessionMessage;

/** Counts on the wire what was sent and what was acknowledged: where nothing gets lost, each batch of envelopes has its credit. */
final class Credits implements Watcher {
    private long outstanding;

    /** Batches of envelopes whose credit has not come back. */
    long outstanding() {
        return outstanding;
    }

    @Override
    public void sent(SimulatedNode from, byte[] frame) {
        Frames.decode(frame).ifPresent(this::count);
    }

    private void count(SessionMessage message) {
        if (message.hasEnvelopes()) {
            outstanding++;
        } else if (message.hasCredit()) {
            outstanding -=
                    message.getCredit().getBatches() + message.getCredit().getPushes();
        }
    }
}
