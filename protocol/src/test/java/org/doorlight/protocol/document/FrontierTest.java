package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.Bytes16;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.EnvelopeId;
import org.junit.jupiter.api.Test;

/** Digests by which two nodes find where they differ (PROTOCOL §7.4). */
class FrontierTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(77);
    private static final DocumentId DOCUMENT = DocumentId.of(ENTROPY.bytes(16));
    private static final DeviceId ANA = DeviceId.of(ENTROPY.bytes(16));
    private static final DeviceId BEN = DeviceId.of(ENTROPY.bytes(16));
    private static final EnvelopeId ONE = EnvelopeId.of(ENTROPY.bytes(32));
    private static final EnvelopeId OTHER = EnvelopeId.of(ENTROPY.bytes(32));

    // ---- one document

    @Test
    void equal_frontiers_have_equal_digests_in_whatever_order_they_grew() {
        Frontier one = Frontier.EMPTY.with(ANA, entry(3, ONE)).with(BEN, entry(1, OTHER));
        Frontier other = Frontier.EMPTY
                .with(BEN, entry(1, OTHER))
                .with(ANA, entry(2, OTHER))
                .with(ANA, entry(3, ONE));

        assertThat(other).isEqualTo(one);
        assertThat(other.digest(DOCUMENT)).isEqualTo(one.digest(DOCUMENT));
    }

    @Test
    void another_count_last_envelope_device_or_document_has_another_digest() {
        List<Bytes16> digests = List.of(
                Frontier.EMPTY.digest(DOCUMENT),
                Frontier.EMPTY.with(ANA, entry(3, ONE)).digest(DOCUMENT),
                Frontier.EMPTY.with(ANA, entry(4, ONE)).digest(DOCUMENT),
                Frontier.EMPTY.with(ANA, entry(3, OTHER)).digest(DOCUMENT),
                Frontier.EMPTY.with(BEN, entry(3, ONE)).digest(DOCUMENT),
                Frontier.EMPTY.with(ANA, entry(3, ONE)).with(BEN, entry(3, ONE)).digest(DOCUMENT),
                Frontier.EMPTY.with(ANA, entry(3, ONE)).digest(new DocumentId(Bytes16.ZERO)));

        assertThat(new TreeSet<>(digests)).hasSize(digests.size());
    }

    @Test
    void nothing_is_held_of_a_device_nobody_has_heard_of() {
        Frontier frontier = Frontier.EMPTY.with(ANA, entry(3, ONE));

        assertThat(frontier.count(ANA)).isEqualTo(3);
        assertThat(frontier.count(BEN)).isZero();
        assertThat(frontier.of(BEN)).isEmpty();
        assertThat(Frontier.EMPTY.entries()).as("the old one is as it was").isEmpty();
    }

    // ---- all documents

    @Test
    void two_nodes_with_the_same_frontiers_have_the_same_digests() {
        Property.cases(30, 60).hold((random, size) -> {
            List<DocumentId> documents = new ArrayList<>();
            for (int document = 0; document < size; document++) {
                byte[] id = new byte[16];
                random.nextBytes(id);
                documents.add(DocumentId.of(id));
            }
            FrontierIndex one = index(documents);
            Collections.shuffle(documents, random);
            FrontierIndex other = index(documents);

            assertThat(other.root()).isEqualTo(one.root());
            assertThat(other.rangeDigests()).isEqualTo(one.rangeDigests());
            assertThat(other.all()).isEqualTo(one.all());
        });
    }

    private static FrontierIndex index(List<DocumentId> documents) {
        FrontierIndex index = new FrontierIndex();
        for (DocumentId document : documents) {
            index.put(document, Frontier.EMPTY.with(ANA, entry(1, OTHER)));
            if (document.value().low() % 2 == 0) {
                index.root();
            }
            index.put(document, Frontier.EMPTY.with(ANA, entry(2, ONE)));
        }
        return index;
    }

    @Test
    void what_differs_shows_in_the_root_in_its_range_and_in_its_document_only() {
        List<DocumentId> documents = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            byte[] id = new byte[16];
            id[0] = (byte) first;
            documents.add(DocumentId.of(id));
        }
        FrontierIndex one = index(documents);
        FrontierIndex other = index(documents);
        for (int range : new int[] {0, 1, 127, 128, 254, 255}) {
            DocumentId changed = documents.get(range);
            other.put(changed, Frontier.EMPTY.with(ANA, entry(2, OTHER)));

            assertThat(FrontierIndex.rangeOf(changed)).isEqualTo(range);
            assertThat(other.root()).isNotEqualTo(one.root());
            assertThat(differing(one, other)).containsExactly(range);
            assertThat(other.range(range).keySet()).containsExactly(changed);
            assertThat(other.digest(changed)).isNotEqualTo(one.digest(changed));

            other.put(changed, one.of(changed));
            assertThat(other.root()).isEqualTo(one.root());
        }
    }

    private static List<Integer> differing(FrontierIndex one, FrontierIndex other) {
        List<Integer> ranges = new ArrayList<>();
        byte[] ours = one.rangeDigests();
        byte[] theirs = other.rangeDigests();
        assertThat(ours).hasSize(2_048);
        for (int range = 0; range < 256; range++) {
            if (!Arrays.equals(ours, 8 * range, 8 * range + 8, theirs, 8 * range, 8 * range + 8)) {
                ranges.add(range);
            }
        }
        return ranges;
    }

    @Test
    void a_range_holds_what_begins_with_its_byte() {
        byte[] last = new byte[16];
        Arrays.fill(last, (byte) 0xff);
        byte[] inLast = new byte[16];
        inLast[0] = (byte) 0xff;
        byte[] before = last.clone();
        before[0] = (byte) 0xfe;
        FrontierIndex index = index(List.of(DocumentId.of(last), DocumentId.of(inLast), DocumentId.of(before)));

        assertThat(index.range(255).keySet()).containsExactly(DocumentId.of(inLast), DocumentId.of(last));
        assertThat(index.range(254).keySet()).containsExactly(DocumentId.of(before));
        assertThat(index.range(0)).isEmpty();
        assertThat(index.size()).isEqualTo(3);
        assertThat(index.contains(DOCUMENT)).isFalse();
        assertThat(index.of(DOCUMENT)).isEqualTo(Frontier.EMPTY);
    }

    @Test
    void digests_handed_out_stay_as_they_were() {
        FrontierIndex index = new FrontierIndex();
        byte[] digests = index.rangeDigests();
        byte[] copy = digests.clone();

        index.put(DOCUMENT, Frontier.EMPTY.with(ANA, entry(1, ONE)));
        index.rangeDigests();

        assertThat(digests).isEqualTo(copy);
    }

    private static Frontier.Entry entry(long count, EnvelopeId last) {
        return new Frontier.Entry(count, last);
    }
}
