package org.doorlight.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Effect.DeleteRecord;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Effect.SaveRecord;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, the real one and a simulated one. */
abstract class StoreContract {
    static final CircleId STREET = CircleId.of(new byte[16]);
    static final CircleId STAIRS = CircleId.parse("77".repeat(16));
    static final DocumentId SOUP = DocumentId.parse("a1".repeat(16));
    static final DocumentId LIFT = DocumentId.parse("b2".repeat(16));
    static final DeviceId LAPTOP = DeviceId.parse("c3".repeat(16));

    /** A store under test. */
    interface Store extends Archive, org.doorlight.protocol.core.Store, AutoCloseable {
        @Override
        void close();
    }

    private Store store;

    /** Opens the same store again and again, as a node does that is stopped and started. */
    abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void a_new_store_is_empty() {
        assertThat(store.records(Shelf.DOCUMENT)).isEmpty();
        assertThat(soup()).isEmpty();
        assertThat(store.size().envelopes()).isZero();
        assertThat(store.damaged()).isZero();
    }

    @Test
    void reads_see_what_the_running_turn_saved() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.saveRecord(record("key", "value"));

        assertThat(soup()).containsExactly("one");
        assertThat(records()).containsExactly("key=value");
        assertThat(store.size().envelopes()).isEqualTo(1);
    }

    @Test
    void a_turn_rolled_back_never_was() {
        store.saveEnvelope(envelope(SOUP, "kept"));
        store.saveRecord(record("key", "kept"));
        store.commit();

        store.saveEnvelope(envelope(SOUP, "lost"));
        store.saveRecord(record("key", "lost"));
        store.rollback();

        assertThat(soup()).containsExactly("kept");
        assertThat(records()).containsExactly("key=kept");
        assertThat(store.size().envelopes()).isEqualTo(1);
    }

    @Test
    void a_turn_after_one_rolled_back_is_kept() {
        store.saveEnvelope(envelope(SOUP, "lost"));
        store.rollback();
        store.saveEnvelope(envelope(SOUP, "kept"));
        store.commit();

        reopen();

        assertThat(soup()).containsExactly("kept");
        assertThat(store.size().envelopes()).isEqualTo(1);
    }

    @Test
    void turns_without_saves_may_be_committed_and_rolled_back() {
        store.commit();
        store.rollback();
        store.commit();

        assertThat(store.size().envelopes()).isZero();
    }

    @Test
    void what_was_committed_is_there_after_opening_again_and_the_rest_is_not() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.saveRecord(record("key", "value"));
        store.commit();
        store.saveEnvelope(envelope(SOUP, "two"));
        store.saveRecord(record("key", "other"));

        reopen();

        assertThat(soup()).containsExactly("one");
        assertThat(records()).containsExactly("key=value");
        assertThat(store.size().envelopes()).isEqualTo(1);
    }

    @Test
    void an_envelope_comes_back_as_it_was_saved() {
        store.saveEnvelope(new SaveEnvelope(STREET, SOUP, LAPTOP, 1L << 40, 500, utf8("sealed")));

        Archive.Filed filed = store.envelopes(STREET, SOUP, 0, Long.MAX_VALUE).get(0);

        assertThat(filed.arrival()).isPositive();
        assertThat(filed.device()).isEqualTo(LAPTOP);
        assertThat(filed.first()).isEqualTo(1L << 40);
        assertThat(filed.count()).isEqualTo(500);
        assertThat(filed.bytes()).isEqualTo(utf8("sealed"));
    }

    @Test
    void envelopes_come_in_order_of_arrival_and_each_document_for_itself() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.saveEnvelope(envelope(LIFT, "a"));
        store.saveEnvelope(envelope(SOUP, "two"));
        store.commit();
        store.saveEnvelope(envelope(LIFT, "b"));
        store.saveEnvelope(envelope(SOUP, "three"));

        assertThat(soup()).containsExactly("one", "two", "three");
        assertThat(texts(LIFT, 0, Long.MAX_VALUE)).containsExactly("a", "b");
        assertThat(arrivals(SOUP)).isSorted().doesNotHaveDuplicates().doesNotContainAnyElementsOf(arrivals(LIFT));
    }

    @Test
    void a_document_of_another_circle_is_not_shown() {
        store.saveEnvelope(envelope(SOUP, "one"));

        assertThat(store.envelopes(STAIRS, SOUP, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(store.damaged()).isZero();
    }

    @Test
    void only_later_arrivals_are_read_when_asked_so() {
        Stream.of("one", "two", "three").forEach(text -> store.saveEnvelope(envelope(SOUP, text)));
        List<Long> arrivals = arrivals(SOUP);

        assertThat(texts(SOUP, arrivals.get(0), Long.MAX_VALUE)).containsExactly("two", "three");
        assertThat(texts(SOUP, arrivals.get(2), Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void a_page_stops_before_it_grows_too_large_but_holds_one_at_least() {
        Stream.of("1234", "5678", "90").forEach(text -> store.saveEnvelope(envelope(SOUP, text)));

        assertThat(texts(SOUP, 0, 1)).containsExactly("1234");
        assertThat(texts(SOUP, 0, 7)).containsExactly("1234");
        assertThat(texts(SOUP, 0, 8)).containsExactly("1234", "5678");
        assertThat(texts(SOUP, 0, 10)).containsExactly("1234", "5678", "90");
    }

    @Test
    void arrivals_go_on_growing_after_opening_again() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.commit();
        long before = arrivals(SOUP).get(0);

        reopen();
        store.saveEnvelope(envelope(SOUP, "two"));

        assertThat(arrivals(SOUP)).hasSize(2).startsWith(before).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void records_come_in_unsigned_order_of_their_keys() {
        List<byte[]> keys =
                List.of(new byte[] {(byte) 0xff}, new byte[] {0x7f, 1}, new byte[] {(byte) 0x80}, new byte[] {0x7f});
        keys.forEach(key -> store.saveRecord(new SaveRecord(Shelf.GRANT, key, utf8("value"))));

        assertThat(store.records(Shelf.GRANT).stream().map(Archive.Kept::key))
                .containsExactly(keys.get(3), keys.get(1), keys.get(2), keys.get(0));
    }

    @Test
    void a_record_saved_again_replaces_the_earlier_one() {
        store.saveRecord(record("key", "old"));
        store.commit();
        store.saveRecord(record("key", "new"));
        store.saveRecord(record("other", "value"));
        store.commit();

        assertThat(records()).containsExactly("key=new", "other=value");
    }

    @Test
    void shelves_do_not_see_each_other() {
        store.saveRecord(new SaveRecord(Shelf.GRANT, utf8("key"), utf8("grant")));
        store.saveRecord(record("key", "document"));
        store.deleteRecord(new DeleteRecord(Shelf.GRANT, utf8("key")));

        assertThat(store.records(Shelf.GRANT)).isEmpty();
        assertThat(records()).containsExactly("key=document");
    }

    @Test
    void a_deleted_record_is_gone_and_deleting_what_is_not_there_does_nothing() {
        store.saveRecord(record("key", "value"));
        store.deleteRecord(new DeleteRecord(Shelf.DOCUMENT, utf8("key")));
        store.deleteRecord(new DeleteRecord(Shelf.DOCUMENT, utf8("never there")));
        store.commit();

        assertThat(records()).isEmpty();
    }

    @Test
    void empty_and_large_values_come_back_whole() {
        byte[] large = new byte[1 << 20];
        large[large.length - 1] = 1;
        store.saveRecord(new SaveRecord(Shelf.DOCUMENT, new byte[0], new byte[0]));
        store.saveRecord(new SaveRecord(Shelf.DOCUMENT, utf8("large"), large));
        store.commit();

        reopen();

        List<Archive.Kept> kept = store.records(Shelf.DOCUMENT);
        assertThat(kept.stream().map(Archive.Kept::key)).containsExactly(new byte[0], utf8("large"));
        assertThat(kept.stream().map(Archive.Kept::value)).containsExactly(new byte[0], large);
        assertThat(store.damaged()).isZero();
    }

    @Test
    void opened_again_in_place_it_holds_what_was_committed_and_goes_on() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.saveRecord(record("key", "value"));
        store.commit();
        store.saveEnvelope(envelope(SOUP, "two"));
        store.rollback();

        store.reopen();

        assertThat(soup()).containsExactly("one");
        assertThat(records()).containsExactly("key=value");
        store.saveEnvelope(envelope(SOUP, "three"));
        store.commit();
        reopen();
        assertThat(soup()).containsExactly("one", "three");
    }

    @Test
    void finding_out_whether_it_takes_something_in_leaves_nothing() {
        store.saveEnvelope(envelope(SOUP, "one"));
        store.saveRecord(record("key", "value"));
        store.commit();

        store.reopen();
        store.probe();
        store.probe();

        reopen();
        assertThat(soup()).containsExactly("one");
        for (Shelf shelf : Shelf.values()) {
            assertThat(store.records(shelf)).hasSize(shelf == Shelf.DOCUMENT ? 1 : 0);
        }
    }

    @Test
    void the_size_grows_with_what_is_kept() {
        long before = store.size().bytes();
        LongStream.rangeClosed(1, 100)
                .forEach(first -> store.saveEnvelope(new SaveEnvelope(STREET, SOUP, LAPTOP, first, 1, new byte[1000])));
        store.commit();

        assertThat(store.size().envelopes()).isEqualTo(100);
        assertThat(store.size().bytes()).isGreaterThan(before + 100_000);
    }

    final Store store() {
        return store;
    }

    final void reopen() {
        store.close();
        store = open();
    }

    final List<String> soup() {
        return texts(SOUP, 0, Long.MAX_VALUE);
    }

    final List<String> records() {
        return store.records(Shelf.DOCUMENT).stream()
                .map(kept -> new String(kept.key(), UTF_8) + "=" + new String(kept.value(), UTF_8))
                .collect(Collectors.toList());
    }

    final List<Long> arrivals(DocumentId document) {
        return store.envelopes(STREET, document, 0, Long.MAX_VALUE).stream()
                .map(Archive.Filed::arrival)
                .collect(Collectors.toList());
    }

    private List<String> texts(DocumentId document, long afterArrival, long bytesMax) {
        return store.envelopes(STREET, document, afterArrival, bytesMax).stream()
                .map(filed -> new String(filed.bytes(), UTF_8))
                .collect(Collectors.toList());
    }

    static SaveEnvelope envelope(DocumentId document, String text) {
        return new SaveEnvelope(STREET, document, LAPTOP, 1, 1, utf8(text));
    }

    static SaveRecord record(String key, String value) {
        return new SaveRecord(Shelf.DOCUMENT, utf8(key), utf8(value));
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
