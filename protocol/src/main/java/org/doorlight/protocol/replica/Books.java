package org.doorlight.protocol.replica;

import java.util.List;
import org.doorlight.protocol.charter.Statement;
import org.doorlight.protocol.envelope.Contradiction;
import org.doorlight.protocol.envelope.Envelope;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EpochId;

/**
 * Where a replica writes down what must not be lost, and reads it back. What is written is durable before anything that depends on it
 * leaves the node.
 */
public interface Books {
    void statement(Statement statement);

    void grant(Grant grant);

    /** An epoch's secret, or that there is none in it for this home; sealed by whoever keeps the books. */
    void secret(EpochId epoch, byte[] secret);

    void envelope(Envelope envelope);

    /** A proof that a device gave two answers in a document; takes the place of the one there was. */
    void contradiction(Contradiction proof);

    /** What is known of a document; sealed by whoever keeps the books. */
    void document(Holding holding);

    /** Notes that changes of this document are about to reach native code for the first time. */
    void onTrial(DocumentId document);

    /** Notes that native code came through. */
    void cleared(DocumentId document);

    /** Notes that native code did not come through, twice; the document is left alone on this node until the program changes. */
    void paused(DocumentId document);

    /** Changes of one device that one envelope holds. */
    record Range(DeviceId device, long first, long last) {}

    /** Which changes of a document are whole on the disk. */
    default List<Range> ranges(DocumentId document) {
        return envelopes(document).stream()
                .map(Envelope::header)
                .map(header -> new Range(header.device(), header.first(), header.last()))
                .toList();
    }

    /** All envelopes of a document, in order of arrival; those that no longer read as envelopes are left out. */
    List<Envelope> envelopes(DocumentId document);
}
