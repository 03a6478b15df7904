package org.doorlight.node.store;

import java.util.HashSet;
import java.util.Set;

/** The rows found damaged so far, each counted once however often it is read. */
final class Damage {
    private final Set<Long> envelopes = new HashSet<>();
    private final Set<Long> records = new HashSet<>();

    void envelope(long arrival) {
        envelopes.add(arrival);
    }

    /** Records have no number of their own; SQLite's rowid tells them apart. */
    void record(long rowid) {
        records.add(rowid);
    }

    long count() {
        return (long) envelopes.size() + records.size();
    }
}
