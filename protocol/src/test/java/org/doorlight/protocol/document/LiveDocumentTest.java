package org.doorlight.protocol.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.Property;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.document.LiveDocument.Fit;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveDocumentTest {
    private static final SeededEntropy ENTROPY = new SeededEntropy(8);
    private static final DocumentId DOCUMENT = DocumentId.of(ENTROPY.bytes(16));

    private final List<LiveDocument> opened = new ArrayList<>();
    private final LiveDocument anas = open();
    private final LiveDocument bens = open();

    private LiveDocument open() {
        LiveDocument document = new LiveDocument(Actors.of(Bytes32.of(ENTROPY.bytes(32)), DOCUMENT));
        opened.add(document);
        return document;
    }

    @AfterEach
    void close() {
        opened.forEach(LiveDocument::close);
        opened.forEach(LiveDocument::close);
    }

    @Test
    void a_new_document_says_nothing() {
        assertThat(anas.facts()).isEmpty();
        anas.applyStaged();
        assertThat(anas.facts()).isEmpty();
    }

    @Test
    void what_one_writes_the_other_reads() {
        ChangeSummary written = anas.write(facts("soup", 1, "bread", 2));

        assertThat(taken(bens, written)).isEqualTo(Fit.FITS);

        assertThat(bens.facts()).containsExactly(entry("bread", new byte[] {2}), entry("soup", new byte[] {1}));
        assertThat(anas.facts()).usingRecursiveComparison().isEqualTo(bens.facts());
        assertThat(written.sequence()).isEqualTo(1);
        assertThat(written.actor()).isNotNull();
    }

    @Test
    void a_fact_written_again_replaces_itself() {
        ChangeSummary one = anas.write(facts("soup", 1));
        ChangeSummary two = anas.write(facts("soup", 7));

        taken(bens, one, two);

        assertThat(bens.facts()).containsExactly(entry("soup", new byte[] {7}));
        assertThat(two.sequence()).isEqualTo(2);
        assertThat(two.dependencies()).containsExactly(one.id());
    }

    @Test
    void a_change_waits_for_those_it_follows() {
        ChangeSummary one = anas.write(facts("a", 1));
        ChangeSummary two = anas.write(facts("b", 2));

        assertThat(taken(bens, two)).isEqualTo(Fit.EARLY);
        assertThat(bens.facts()).isEmpty();
        assertThat(taken(bens, one)).isEqualTo(Fit.FITS);
        assertThat(taken(bens, two)).isEqualTo(Fit.FITS);
        assertThat(bens.facts()).hasSize(2);
    }

    @Test
    void a_change_taken_twice_counts_once() {
        ChangeSummary one = anas.write(facts("a", 1));

        taken(bens, one, one);
        taken(bens, one);
        taken(anas, one);

        assertThat(bens.facts()).hasSize(1);
        assertThat(anas.facts()).hasSize(1);
    }

    @Test
    void what_both_wrote_apart_both_hold_together() {
        ChangeSummary one = anas.write(facts("a", 1));
        ChangeSummary other = bens.write(facts("b", 2));

        taken(anas, other);
        taken(bens, one);
        ChangeSummary last = bens.write(facts("c", 3));
        taken(anas, last);

        assertThat(last.dependencies()).hasSize(2);
        assertThat(anas.facts()).containsOnlyKeys("a", "b", "c");
        assertThat(anas.facts()).usingRecursiveComparison().isEqualTo(bens.facts());
    }

    /** The first that fits stays; the one that contradicts it never gets near native code (PROTOCOL §6). */
    @Test
    void a_change_that_contradicts_what_it_follows_is_never_applied() {
        List<ChangeSummary> bad = BadChanges.nameIntoList(Actors.of(Bytes32.of(ENTROPY.bytes(32)), DOCUMENT)).stream()
                .map(Verdicts::accepted)
                .toList();

        assertThat(taken(anas, bad.get(0), bad.get(1))).isEqualTo(Fit.NEVER);
        assertThat(taken(anas, bad.get(1))).isEqualTo(Fit.NEVER);

        anas.write(facts("soup", 1));
        assertThat(anas.facts()).containsOnlyKeys("soup");
    }

    @Test
    void values_that_are_not_bytes_are_somebodys_future() {
        taken(anas, Verdicts.accepted(ChangeParts.simple().chunk()));

        assertThat(anas.facts()).isEmpty();
    }

    @Test
    void documents_that_heard_the_same_in_any_order_say_the_same() {
        Property.cases(20, 20).hold((random, size) -> {
            List<LiveDocument> writers = List.of(open(), open(), open());
            List<ChangeSummary> said = new ArrayList<>();
            for (int step = 0; step < size; step++) {
                LiveDocument writer = writers.get(random.nextInt(writers.size()));
                if (random.nextBoolean()) {
                    said.add(writer.write(facts("key" + random.nextInt(5), said.size())));
                } else {
                    hear(writer, said);
                }
            }
            writers.forEach(writer -> hear(writer, said));

            LiveDocument late = open();
            List<ChangeSummary> mixed = new ArrayList<>(said);
            Collections.shuffle(mixed, random);
            for (int round = 0; round < size; round++) {
                hear(late, mixed);
            }
            writers.forEach(writer ->
                    assertThat(late.facts()).usingRecursiveComparison().isEqualTo(writer.facts()));
        });
    }

    private static void hear(LiveDocument document, List<ChangeSummary> said) {
        said.forEach(change -> document.stage(List.of(change)));
        document.applyStaged();
    }

    private static Fit taken(LiveDocument document, ChangeSummary... changes) {
        Fit fit = document.stage(List.of(changes));
        document.applyStaged();
        return fit;
    }

    private static SortedMap<String, byte[]> facts(Object... keysAndValues) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            facts.put((String) keysAndValues[at], new byte[] {((Number) keysAndValues[at + 1]).byteValue()});
        }
        return facts;
    }

    @Test
    void facts_of_one_change_are_one_change() {
        ChangeSummary change = anas.write(facts("a", 1, "b", 2, "c", 3));

        assertThat(change.operations()).isEqualTo(3);
        assertThat(Map.copyOf(anas.facts())).hasSize(3);
    }
}
