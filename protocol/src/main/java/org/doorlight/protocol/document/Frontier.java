package org.doorlight.protocol.document;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/**
 * How much of a document one holds: for each device, how many of its changes, and which envelope was the last (PROTOCOL §5). It is
 * Automerge's own clock, lifted into the clear; with the last envelope's id, two variants of one number never look equal.
 */
public record Frontier(SortedMap<DeviceId, Entry> entries) {
    /** Nothing held yet. */
    public static final Frontier EMPTY = new Frontier(new TreeMap<>());

    private static final int COUNT_BYTES = 8;

    /**
     * One device's part.
     *
     * @param count changes held, gapless from the first; only those below the fork, if there is one
     * @param last the envelope that holds the last of them
     * @param fork the number from which nothing of the device counts, because it gave two answers (PROTOCOL §6); 0 if it did not
     */
    public record Entry(long count, EnvelopeId last, long fork) {
        static final Entry NOTHING = new Entry(0, EnvelopeId.NONE);

        public Entry(long count, EnvelopeId last) {
            this(count, last, 0);
        }

        public boolean isForked() {
            return fork > 0;
        }

        /** True if what ends at this number does not count. */
        public boolean isCutOffAt(long last) {
            return isForked() && last >= fork;
        }

        /** This entry with another envelope behind it. */
        public Entry followedBy(long last, EnvelopeId id) {
            return new Entry(last, id, fork);
        }
    }

    public Frontier {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public Optional<Entry> of(DeviceId device) {
        return Optional.ofNullable(entries.get(device));
    }

    /** What is held of a device; an entry that says nothing if nothing is. */
    public Entry entry(DeviceId device) {
        return entries.getOrDefault(device, Entry.NOTHING);
    }

    /** Changes of this device held; 0 for none. */
    public long count(DeviceId device) {
        return of(device).map(Entry::count).orElse(0L);
    }

    /** This frontier, with one device further on. */
    public Frontier with(DeviceId device, Entry entry) {
        SortedMap<DeviceId, Entry> further = new TreeMap<>(entries);
        further.put(device, entry);
        return new Frontier(further);
    }

    /** Sixteen bytes that are equal where frontiers are; the document goes in, so that no two documents' digests mix. */
    public Bytes16 digest(DocumentId document) {
        List<byte[]> parts = new ArrayList<>(1 + 3 * entries.size());
        parts.add(document.toBytes());
        entries.forEach((device, entry) -> {
            parts.add(device.toBytes());
            // No count has this bit, so it tells whether a fork follows.
            parts.add(bigEndian(entry.isForked() ? entry.count() | Long.MIN_VALUE : entry.count()));
            parts.add(entry.last().toBytes());
            if (entry.isForked()) {
                parts.add(bigEndian(entry.fork()));
            }
        });
        return Bytes16.of(Digest.hash16(Label.FRONTIER_DIGEST, parts.toArray(new byte[0][])));
    }

    private static byte[] bigEndian(long count) {
        return ByteBuffer.allocate(COUNT_BYTES).putLong(count).array();
    }
}
