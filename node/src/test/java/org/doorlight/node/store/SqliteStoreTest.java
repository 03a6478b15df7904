package org.doorlight.node.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SQLite keeps the contract, and what only a file can show. */
class SqliteStoreTest extends StoreContract {
    @TempDir
    Path home;

    @Override
    Store open() {
        return new SqliteUnderTest(SqliteStore.open(file()));
    }

    @Test
    void arrivals_are_not_used_again_after_the_last_envelopes_were_deleted() {
        Stream.of("one", "two", "three").forEach(text -> store().saveEnvelope(envelope(SOUP, text)));
        store().commit();
        long highest = arrivals(SOUP).get(2);
        change("DELETE FROM envelope");

        store().saveEnvelope(envelope(SOUP, "four"));

        assertThat(arrivals(SOUP)).containsExactly(highest + 1);
        assertThat(store().size().envelopes()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"circle", "document", "device", "bytes"})
    void a_flipped_byte_in_an_envelope_is_noticed(String column) {
        Stream.of("one", "two", "three").forEach(text -> store().saveEnvelope(envelope(SOUP, text)));
        store().commit();

        change(flip("envelope", column) + " WHERE arrival = 2");

        assertThat(soup()).containsExactly("one", "three");
        // A row that fell under another document is met there.
        store().envelopes(STREET, DocumentId.parse("a0" + "a1".repeat(15)), 0, 1);
        assertThat(store().damaged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arrival", "first", "count", "mark"})
    void a_changed_number_in_an_envelope_is_noticed(String column) {
        Stream.of("one", "two", "three").forEach(text -> store().saveEnvelope(envelope(SOUP, text)));
        store().commit();

        change(String.format(Locale.ROOT, "UPDATE envelope SET %1$s = %1$s + 4294967296 WHERE arrival = 2", column));

        assertThat(soup()).containsExactly("one", "three");
        assertThat(store().damaged()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record SET key = x'01' WHERE key = x'62'",
                "UPDATE record SET value = x'32' WHERE key = x'62'",
                "UPDATE record SET value = x'' WHERE key = x'62'",
                "UPDATE record SET shelf = 3 WHERE key = x'62'",
                "UPDATE record SET mark = mark + 1 WHERE key = x'62'"
            })
    void a_changed_record_is_noticed(String change) {
        Stream.of("a", "b", "c").forEach(key -> store().saveRecord(record(key, "value")));
        store().commit();

        change(change);

        assertThat(records()).containsExactly("a=value", "c=value");
        assertThat(store().records(Shelf.STATEMENT)).isEmpty();
        assertThat(store().damaged()).isEqualTo(1);
    }

    @Test
    void damage_read_twice_counts_once_and_a_record_saved_again_heals() {
        store().saveRecord(record("key", "value"));
        store().commit();
        change("UPDATE record SET mark = 0");

        assertThat(records()).isEmpty();
        assertThat(records()).isEmpty();
        assertThat(store().damaged()).isEqualTo(1);

        store().saveRecord(record("key", "again"));
        assertThat(records()).containsExactly("key=again");
    }

    @Test
    void a_copy_of_the_files_at_any_moment_holds_what_was_committed_until_then() throws IOException {
        for (int turn = 1; turn <= 20; turn++) {
            store().saveEnvelope(envelope(SOUP, "turn " + turn));
            store().saveRecord(record("turn", Integer.toString(turn)));
            store().commit();
            store().saveEnvelope(envelope(SOUP, "not committed"));

            assertThat(copied(turn)).hasSize(turn).endsWith("turn " + turn);
            store().rollback();
        }
    }

    @Test
    void a_turn_larger_than_the_cache_is_all_or_nothing() throws IOException {
        String large = "x".repeat(100_000);
        Stream.generate(() -> large).limit(100).forEach(text -> store().saveEnvelope(envelope(SOUP, text)));

        assertThat(copied(1)).isEmpty();
        store().commit();
        assertThat(copied(2)).hasSize(100);
    }

    @Test
    void the_files_are_for_their_owner_only() throws IOException {
        store().saveEnvelope(envelope(SOUP, "one"));
        store().commit();

        for (Path path : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void closing_folds_the_log_into_the_file() throws IOException {
        store().saveEnvelope(envelope(SOUP, "one"));
        store().commit();
        store().close();

        assertThat(files()).containsExactly(file());
        reopen();
        assertThat(soup()).containsExactly("one");
    }

    private Path file() {
        return home.resolve("a house? #1 100%.db");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(Files::isRegularFile).collect(Collectors.toList());
        }
    }

    /** What a store finds that is opened on a copy of the files as they are now, as after a power cut. */
    private List<String> copied(int number) throws IOException {
        Path copy = Files.createDirectory(home.resolve("copy" + number));
        for (Path path : files()) {
            Files.copy(path, copy.resolve(path.getFileName()));
        }
        try (SqliteStore opened = SqliteStore.open(copy.resolve(file().getFileName()))) {
            return opened.envelopes(STREET, SOUP, 0, Long.MAX_VALUE).stream()
                    .map(filed -> new String(filed.bytes(), UTF_8))
                    .collect(Collectors.toList());
        }
    }

    /** Changes the file behind the store's back while it is closed. */
    private void change(String statement) {
        store().close();
        try {
            RawSql.run(file(), statement);
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
        reopen();
    }

    private static String flip(String table, String column) {
        return String.format(
                Locale.ROOT,
                "UPDATE %1$s SET %2$s = CAST(CASE substr(%2$s, 1, 1) WHEN x'a1' THEN x'a0' ELSE x'7f' END || substr(%2$s, 2) AS BLOB)",
                table,
                column);
    }
}
