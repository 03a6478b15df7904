package org.doorlight.protocol.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;

/** Frontiers and the digests over them (PROTOCOL §7.4). */
final class FrontierVectors {
    private FrontierVectors() {}

    static ObjectNode make() {
        SeededEntropy entropy = new SeededEntropy(5);
        FrontierIndex index = new FrontierIndex();
        ArrayNode documents = Sheet.list();
        for (int devices = 0; devices <= 3; devices++) {
            DocumentId document = DocumentId.of(entropy.bytes(16));
            documents.add(document(document, frontier(devices, entropy), index));
        }
        // Two in one range, and one at each end of all ranges.
        for (int first : new int[] {0x00, 0x42, 0x42, 0xff}) {
            DocumentId document = DocumentId.of(Craft.with(entropy.bytes(16), 0, first));
            documents.add(document(document, frontier(1, entropy), index));
        }
        ObjectNode sheet = Sheet.object().put("about", "PROTOCOL §7.4: frontier digests, range digests, root");
        sheet.set("documents", documents);
        return sheet.put("rangeDigests", Sheet.hex(index.rangeDigests()))
                .put("root", Sheet.hex(index.root().toBytes()))
                .put("rootOfNothing", Sheet.hex(new FrontierIndex().root().toBytes()));
    }

    private static Frontier frontier(int devices, SeededEntropy entropy) {
        Frontier frontier = Frontier.EMPTY;
        for (int device = 0; device < devices; device++) {
            long count = device == 2 ? Long.MAX_VALUE - 500 : 1 + 300L * device;
            var entry = new Frontier.Entry(count, EnvelopeId.of(entropy.bytes(32)));
            frontier = frontier.with(DeviceId.of(entropy.bytes(16)), entry);
        }
        return frontier;
    }

    private static ObjectNode document(DocumentId document, Frontier frontier, FrontierIndex index) {
        index.put(document, frontier);
        ArrayNode entries = Sheet.list();
        frontier.entries()
                .forEach((device, entry) -> entries.add(Sheet.object()
                        .put("device", Sheet.hex(device))
                        .put("count", entry.count())
                        .put("last", Sheet.hex(entry.last()))));
        ObjectNode sheet = Sheet.object().put("document", Sheet.hex(document));
        sheet.set("entries", entries);
        return sheet.put("range", FrontierIndex.rangeOf(document))
                .put("digest", Sheet.hex(frontier.digest(document).toBytes()));
    }
}
