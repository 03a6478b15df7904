package org.doorlight.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.doorlight.protocol.core.Archive;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.DocumentId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong with the file, and that nothing is lost by it. */
class StoreFailureTest {
    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = home.resolve("store.db");
    }

    @Test
    void a_file_that_is_no_database_is_refused_and_left_as_it_is() throws IOException {
        for (String text : new String[] {"soup", "soup ".repeat(1000)}) {
            byte[] before = text.getBytes(StandardCharsets.UTF_8);
            Files.write(file, before);

            assertRefused(StoreFailure.Kind.FOREIGN, "Restore a backup");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
        }
    }

    @Test
    void a_database_of_another_program_is_refused_and_left_as_it_is() throws IOException, SQLException {
        RawSql.run(file, "CREATE TABLE recipes (name TEXT)");
        byte[] before = Files.readAllBytes(file);

        assertRefused(StoreFailure.Kind.FOREIGN, "no Doorlight database");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_database_of_a_newer_version_is_refused_and_left_as_it_is() throws IOException, SQLException {
        SqliteStore.open(file).close();
        RawSql.run(file, "PRAGMA user_version = " + (Schema.VERSION + 1));
        byte[] before = Files.readAllBytes(file);

        assertRefused(StoreFailure.Kind.TOO_NEW, "Install that version");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_database_that_lost_a_table_is_refused() throws SQLException {
        SqliteStore.open(file).close();
        RawSql.run(file, "DROP TABLE record");

        assertRefused(StoreFailure.Kind.DAMAGED, "Restore a backup");
    }

    @Test
    void a_database_cut_short_is_refused_or_read_as_far_as_it_is_whole() throws IOException {
        fill(100);
        byte[] whole = Files.readAllBytes(file);
        for (int pages = 1; pages < whole.length / 4096; pages++) {
            Files.write(file, java.util.Arrays.copyOf(whole, pages * 4096));
            assertThat(readable()).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void a_store_that_is_open_cannot_be_opened_a_second_time() {
        SqliteStore first = SqliteStore.open(file);

        assertRefused(StoreFailure.Kind.IN_USE, "Stop it");
        first.close();
        SqliteStore.open(file).close();
    }

    @Test
    void a_folder_that_is_not_there_is_named_as_the_trouble() {
        file = home.resolve("gone").resolve("store.db");

        assertRefused(StoreFailure.Kind.NOT_ALLOWED, "Check that the folder");
    }

    @Test
    void a_full_disk_loses_the_running_turn_only() throws SQLException {
        fill(20);
        Connection connection = Database.connect(file);
        try (SqliteStore store = new SqliteStore(file, () -> connection);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = 40");

            assertThatThrownBy(() -> save(store, 1000))
                    .isInstanceOf(StoreFailure.class)
                    .hasMessageContaining("full");
            store.rollback();

            assertThat(read(store)).isEqualTo(20);
            assertThat(store.size().envelopes()).isEqualTo(20);
        }
        assertThat(readable()).isEqualTo(20);
    }

    @Test
    void no_flipped_byte_of_the_file_is_ever_handed_out() throws IOException {
        fill(40);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);

            assertThat(readable()).isLessThanOrEqualTo(40);
        }
    }

    @Test
    void a_byte_flipped_in_a_row_or_an_index_never_hides_an_envelope_without_notice() throws IOException {
        fill(100);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);

            assertThat(allThereOrNoticed()).as("round %d", round).isTrue();
        }
    }

    private boolean allThereOrNoticed() {
        try (SqliteStore store = SqliteStore.open(file)) {
            return read(store) == 100 || store.damaged() > 0;
        } catch (StoreFailure refused) {
            return true;
        }
    }

    private void assertRefused(StoreFailure.Kind kind, String advice) {
        StoreFailure failure = catchThrowableOfType(StoreFailure.class, () -> SqliteStore.open(file));

        assertThat(failure).hasMessageContaining(advice);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    private void fill(int envelopes) {
        try (SqliteStore store = SqliteStore.open(file)) {
            save(store, envelopes);
            store.saveRecord(StoreContract.record("key", "value"));
            store.commit();
        }
    }

    private static void save(SqliteStore store, int envelopes) {
        for (int first = 1; first <= envelopes; first++) {
            store.saveEnvelope(new SaveEnvelope(
                    StoreContract.STREET, document(first), StoreContract.LAPTOP, first, 1, bytes(first)));
        }
        store.commit();
    }

    /** How many envelopes can be read; 0 if the store is refused. Every one that is handed out must be as it was saved. */
    private int readable() {
        try (SqliteStore store = SqliteStore.open(file)) {
            return read(store);
        } catch (StoreFailure refused) {
            assertThat(refused.kind())
                    .isIn(StoreFailure.Kind.DAMAGED, StoreFailure.Kind.FOREIGN, StoreFailure.Kind.TOO_NEW);
            return 0;
        }
    }

    private static int read(SqliteStore store) {
        int found = 0;
        for (int soup = 0; soup < 4; soup++) {
            for (Archive.Filed filed : store.envelopes(StoreContract.STREET, document(soup), 0, Long.MAX_VALUE)) {
                assertThat(filed.first() % 4).isEqualTo(soup);
                assertThat(filed.device()).isEqualTo(StoreContract.LAPTOP);
                assertThat(filed.bytes()).isEqualTo(bytes((int) filed.first()));
                found++;
            }
        }
        assertThat(store.records(Shelf.DOCUMENT))
                .allSatisfy(kept -> assertThat(kept.value()).isEqualTo(StoreContract.utf8("value")));
        return found;
    }

    private static DocumentId document(int number) {
        return DocumentId.parse(String.format("%032x", number % 4));
    }

    private static byte[] bytes(int number) {
        return ("envelope " + number).repeat(20).getBytes(StandardCharsets.UTF_8);
    }
}
