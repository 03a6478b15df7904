package org.doorlight.protocol.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.document.Frontier;
import org.doorlight.protocol.document.FrontierIndex;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.junit.jupiter.api.Test;

class FrontierVectorsTest {
    private final JsonNode sheet = Sheet.read("frontier");

    @Test
    void digests_of_documents_ranges_and_all_come_out_again() {
        FrontierIndex index = new FrontierIndex();

        for (JsonNode one : sheet.get("documents")) {
            DocumentId document = DocumentId.of(Sheet.bytes(one, "document"));
            Frontier frontier = frontier(one);
            index.put(document, frontier);

            assertThat(frontier.digest(document).toBytes()).isEqualTo(Sheet.bytes(one, "digest"));
            assertThat(FrontierIndex.rangeOf(document))
                    .isEqualTo(one.get("range").asInt());
        }

        assertThat(index.rangeDigests()).isEqualTo(Sheet.bytes(sheet, "rangeDigests"));
        assertThat(index.root().toBytes()).isEqualTo(Sheet.bytes(sheet, "root"));
        assertThat(new FrontierIndex().root().toBytes()).isEqualTo(Sheet.bytes(sheet, "rootOfNothing"));
    }

    /** As PROTOCOL §7.4 writes it, with nothing but hashes. */
    @Test
    void the_formulas_alone_lead_there_too() {
        Map<Integer, byte[]> ranges = new TreeMap<>();
        Map<String, byte[]> ordered = new TreeMap<>();
        for (JsonNode one : sheet.get("documents")) {
            byte[] document = Sheet.bytes(one, "document");
            byte[] joined = document;
            for (JsonNode entry : one.get("entries")) {
                byte[] count = ByteBuffer.allocate(8)
                        .putLong(entry.get("count").asLong())
                        .array();
                joined = Craft.join(joined, Sheet.bytes(entry, "device"), count, Sheet.bytes(entry, "last"));
            }
            ordered.put(Sheet.hex(document), Craft.join(document, Digest.hash16(Label.FRONTIER_DIGEST, joined)));
        }
        ordered.forEach((document, pair) -> ranges.merge(pair[0] & 0xff, pair, Craft::join));
        byte[] all = new byte[0];
        for (int range = 0; range < 256; range++) {
            byte[] digest = Digest.hash(Label.RANGE_DIGEST, ranges.getOrDefault(range, new byte[0]));
            all = Craft.join(all, Arrays.copyOf(digest, 8));
        }

        assertThat(all).isEqualTo(Sheet.bytes(sheet, "rangeDigests"));
        assertThat(Digest.hash(Label.RANGE_DIGEST, all)).isEqualTo(Sheet.bytes(sheet, "root"));
    }

    private static Frontier frontier(JsonNode document) {
        Frontier frontier = Frontier.EMPTY;
        for (JsonNode entry : document.get("entries")) {
            var last = EnvelopeId.of(Sheet.bytes(entry, "last"));
            var device = DeviceId.of(Sheet.bytes(entry, "device"));
            frontier =
                    frontier.with(device, new Frontier.Entry(entry.get("count").asLong(), last));
        }
        return frontier;
    }
}
