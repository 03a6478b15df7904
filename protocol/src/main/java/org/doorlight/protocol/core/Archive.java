package org.doorlight.protocol.core;

import java.util.List;
import java.util.SortedSet;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;

/**
 * What the store remembers, for the core to read back. Reads see every save performed so far, those of the running turn included.
 * Called on the loop's thread only. A record or envelope whose bytes no longer match what was written is left out and counted.
 */
public interface Archive {
    /** A record as it was saved. */
    record Kept(byte[] key, byte[] value) {}

    /**
     * An envelope as it was saved.
     *
     * @param arrival its place in this store's order of arrival, from 1, growing, never reused
     */
    record Filed(long arrival, DeviceId device, long first, int count, byte[] bytes) {
        /** Number of the last change in it. */
        public long last() {
            return first + count - 1;
        }
    }

    /** How much is kept. */
    record Size(long envelopes, long bytes) {}

    /** All records of a shelf, in unsigned byte order of their keys. */
    List<Kept> records(Shelf shelf);

    /**
     * Envelopes of one document in order of arrival.
     *
     * @param afterArrival only later ones; 0 for all
     * @param bytesMax stop before the sum of envelope sizes passes this, but return at least one if there is one
     */
    List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax);

    /** Documents of which there are envelopes, whole or damaged, of any circle. */
    SortedSet<DocumentId> documents();

    /** Envelopes held and bytes used on disk. */
    Size size();

    /** Records and envelopes found damaged since this archive was opened. */
    long damaged();
}
