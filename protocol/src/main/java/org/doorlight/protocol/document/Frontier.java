package org.doorlight.protocol.document;

import java.nio.ByteBuffer;
import java.util.Collections;
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
     * @param count changes held, gapless from the first
     * @param last the envelope that holds the last of them
     */
    public record Entry(long count, EnvelopeId last) {}

    public Frontier {
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public Optional<Entry> of(DeviceId device) {
        return Optional.ofNullable(entries.get(device));
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
        byte[][] parts = new byte[1 + 3 * entries.size()][];
        int at = 0;
        parts[at++] = document.toBytes();
        for (var entry : entries.entrySet()) {
            parts[at++] = entry.getKey().toBytes();
            parts[at++] = bigEndian(entry.getValue().count());
            parts[at++] = entry.getValue().last().toBytes();
        }
        return Bytes16.of(Digest.hash16(Label.FRONTIER_DIGEST, parts));
    }

    private static byte[] bigEndian(long count) {
        return ByteBuffer.allocate(COUNT_BYTES).putLong(count).array();
    }
}
