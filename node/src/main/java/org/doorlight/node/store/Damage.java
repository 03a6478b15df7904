package org.doorlight.node.store;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/** The rows found damaged so far, each counted once however often it is read. */
final class Damage {
    private record Envelope(long arrival) {}

    private record Record(long shelf, ByteBuffer key) {}

    private final Set<Object> rows = new HashSet<>();

    void envelope(long arrival) {
        rows.add(new Envelope(arrival));
    }

    void record(long shelf, byte[] key) {
        rows.add(new Record(shelf, ByteBuffer.wrap(key)));
    }

    long count() {
        return rows.size();
    }
}
