package org.doorlight.protocol.document;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;

/**
 * The frontiers of all documents of a circle, and digests by which two nodes find where they differ (PROTOCOL §7.4): one over
 * everything, one for each of 256 ranges by the first byte of the document id, one for each document. Only what changed is hashed
 * again.
 */
public final class FrontierIndex {
    /** Ranges the documents fall into. */
    public static final int RANGES = 256;

    /** Bytes of one range's digest. */
    public static final int RANGE_DIGEST_BYTES = 8;

    private final SortedMap<DocumentId, Frontier> frontiers = new TreeMap<>();
    private final SortedMap<DocumentId, Bytes16> digests = new TreeMap<>();
    private final byte[] rangeDigests = new byte[RANGES * RANGE_DIGEST_BYTES];
    private final BitSet changed = new BitSet(RANGES);

    public FrontierIndex() {
        changed.set(0, RANGES);
    }

    /** What is held of a document; empty if nothing is. */
    public Frontier of(DocumentId document) {
        return frontiers.getOrDefault(document, Frontier.EMPTY);
    }

    public boolean contains(DocumentId document) {
        return frontiers.containsKey(document);
    }

    public void put(DocumentId document, Frontier frontier) {
        frontiers.put(document, frontier);
        digests.remove(document);
        changed.set(rangeOf(document));
    }

    public int size() {
        return frontiers.size();
    }

    /** The range a document falls into, 0 to 255. */
    public static int rangeOf(DocumentId document) {
        return (int) (document.value().high() >>> (Long.SIZE - Byte.SIZE));
    }

    /** All documents of one range with the digests of their frontiers. */
    public SortedMap<DocumentId, Bytes16> range(int range) {
        SortedMap<DocumentId, Bytes16> found = new TreeMap<>();
        inRange(range).forEach((document, frontier) -> found.put(document, digestOf(document, frontier)));
        return found;
    }

    private SortedMap<DocumentId, Frontier> inRange(int range) {
        var from = new DocumentId(new Bytes16((long) range << (Long.SIZE - Byte.SIZE), 0));
        SortedMap<DocumentId, Frontier> onwards = frontiers.tailMap(from);
        if (range == RANGES - 1) {
            return onwards;
        }
        return onwards.headMap(new DocumentId(new Bytes16((long) (range + 1) << (Long.SIZE - Byte.SIZE), 0)));
    }

    private Bytes16 digestOf(DocumentId document, Frontier frontier) {
        return digests.computeIfAbsent(document, unseen -> frontier.digest(document));
    }

    /** The digest of one document's frontier. */
    public Bytes16 digest(DocumentId document) {
        // Only what is held is remembered: a peer may name any number of documents that do not exist.
        return contains(document) ? digestOf(document, of(document)) : Frontier.EMPTY.digest(document);
    }

    /** 256 digests of 8 bytes, in the order of the ranges. */
    public byte[] rangeDigests() {
        for (int range = changed.nextSetBit(0); range >= 0; range = changed.nextSetBit(range + 1)) {
            System.arraycopy(hashRange(range), 0, rangeDigests, range * RANGE_DIGEST_BYTES, RANGE_DIGEST_BYTES);
        }
        changed.clear();
        return rangeDigests.clone();
    }

    private byte[] hashRange(int range) {
        SortedMap<DocumentId, Bytes16> documents = range(range);
        byte[][] parts = new byte[2 * documents.size()][];
        int at = 0;
        for (var entry : documents.entrySet()) {
            parts[at++] = entry.getKey().toBytes();
            parts[at++] = entry.getValue().toBytes();
        }
        return Arrays.copyOf(Digest.hash(Label.RANGE_DIGEST, parts), RANGE_DIGEST_BYTES);
    }

    /** One digest over everything. */
    public Bytes32 root() {
        return Bytes32.of(Digest.hash(Label.RANGE_DIGEST, rangeDigests()));
    }

    /** All documents with their frontiers, ascending. */
    public SortedMap<DocumentId, Frontier> all() {
        return Collections.unmodifiableSortedMap(frontiers);
    }
}
