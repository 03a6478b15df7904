package org.doorlight.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorlight.node.home.Home;
import org.doorlight.node.store.SqliteStore;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Generation;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that was put back, and a home that was copied, are noticed at the start (decision 0013). */
class LineageTest {
    private static final byte[] DOUBT = "doubt".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path street;

    private final SeededEntropy entropy = new SeededEntropy(5);
    private Path folder;

    @BeforeEach
    void a_home() throws NodeFailure {
        folder = street.resolve("ana");
        HomeSetup.init(folder, "Ana", "household", Optional.empty());
    }

    @Test
    void a_home_that_is_started_and_stopped_is_not_doubted() {
        for (int start = 0; start < 4; start++) {
            assertThat(isDoubtedAfter(start(folder, true))).isFalse();
        }
    }

    @Test
    void a_home_whose_power_was_cut_is_not_doubted() {
        for (int start = 0; start < 4; start++) {
            assertThat(isDoubtedAfter(start(folder, false))).isFalse();
        }
    }

    @Test
    void a_cut_between_the_store_and_the_file_beside_it_is_not_doubted() throws IOException {
        start(folder, true);
        byte[] beside = Files.readAllBytes(file());
        start(folder, false);
        overwrite(beside);

        assertThat(isDoubtedAfter(start(folder, true))).isFalse();
    }

    @Test
    void an_older_copy_of_the_store_is_noticed() throws IOException {
        start(folder, true);
        Path older = copyOfStore();
        start(folder, true);
        putBack(older);

        assertThat(isDoubtedAfter(start(folder, true))).isTrue();
    }

    @Test
    void a_copy_of_a_running_store_is_noticed_once_it_ended_in_good_order() throws IOException {
        Path older;
        try (Home home = Home.open(folder, Optional.empty(), new PassphraseCipher());
                SqliteStore store = SqliteStore.open(home.database())) {
            Lineage lineage = new Lineage(home, store);
            lineage.begin(entropy);
            older = copyOfStore();
            lineage.end();
        }
        putBack(older);

        assertThat(isDoubtedAfter(start(folder, true))).isTrue();
    }

    @Test
    void a_store_that_was_made_anew_beside_an_old_file_is_noticed() throws IOException {
        start(folder, true);
        Files.delete(folder.resolve("doorlight.db"));

        assertThat(isDoubtedAfter(start(folder, true))).isTrue();
    }

    @Test
    void what_is_missing_or_damaged_beside_the_store_is_doubted() throws IOException {
        start(folder, true);
        Files.delete(file());
        assertThat(isDoubtedAfter(start(folder, true))).isTrue();

        hear();
        byte[] damaged = Files.readAllBytes(file());
        damaged[20] ^= 1;
        overwrite(damaged);
        assertThat(isDoubtedAfter(start(folder, true))).isTrue();
    }

    @Test
    void a_home_copied_to_another_place_is_noticed_there_and_not_where_it_was() throws IOException {
        start(folder, true);
        Path elsewhere = street.resolve("copy");
        copyHome(folder, elsewhere);

        assertThat(isDoubtedAfter(start(elsewhere, true))).isTrue();
        assertThat(isDoubtedAfter(start(folder, true))).isFalse();
    }

    @Test
    void a_home_that_was_removed_and_put_back_whole_is_noticed() throws IOException {
        start(folder, true);
        Path backup = street.resolve("backup");
        copyHome(folder, backup);
        start(folder, true);
        Files.move(folder, street.resolve("gone"));
        copyHome(backup, folder);

        assertThat(isDoubtedAfter(start(folder, true))).isTrue();
    }

    @Test
    void once_the_core_has_heard_of_it_the_next_start_is_as_any_other() throws IOException {
        start(folder, true);
        Path older = copyOfStore();
        start(folder, true);
        putBack(older);
        start(folder, true);

        hear();

        assertThat(isDoubtedAfter(start(folder, true))).isFalse();
    }

    @Test
    void where_files_are_another_each_time_it_stops_meaning_anything() throws IOException {
        start(folder, true);
        int doubts = 0;
        for (int start = 0; start < 6; start++) {
            byte[] same = Files.readAllBytes(file());
            Files.move(file(), street.resolve("was" + start));
            Files.write(file(), same);
            doubts += isDoubtedAfter(start(folder, true)) ? 1 : 0;
            hear();
        }
        assertThat(doubts).isEqualTo(3);
    }

    @Test
    void the_file_beside_the_store_says_nothing_of_where_it_lies_and_is_for_its_owner_only() throws IOException {
        start(folder, true);

        assertThat(new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("ana")
                .doesNotContain(street.getFileName().toString());
        assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }

    // ---- what happens

    /** Starts the home, and ends it in good order or not; what its store holds of the matter then. */
    private List<byte[]> start(Path where, boolean ends) {
        try (Home home = Home.open(where, Optional.empty(), new PassphraseCipher());
                SqliteStore store = SqliteStore.open(home.database())) {
            Lineage lineage = new Lineage(home, store);
            lineage.begin(entropy);
            if (ends) {
                lineage.end();
            }
            List<byte[]> keys = new ArrayList<>();
            store.records(Shelf.GENERATION).forEach(kept -> keys.add(kept.key()));
            assertThat(Generation.load(store)).isPresent();
            return keys;
        }
    }

    private static boolean isDoubtedAfter(List<byte[]> keys) {
        return keys.stream().anyMatch(key -> Arrays.equals(key, DOUBT));
    }

    /** The core has taken it in. */
    private void hear() {
        try (SqliteStore store = SqliteStore.open(folder.resolve("doorlight.db"))) {
            store.deleteRecord(new Effect.DeleteRecord(Shelf.GENERATION, DOUBT));
            store.commit();
        }
    }

    private Path file() {
        return folder.resolve("generation");
    }

    /** The same file with other content. */
    private void overwrite(byte[] content) throws IOException {
        Files.write(file(), content);
    }

    private Path copyOfStore() throws IOException {
        Path copy = street.resolve("older");
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path one : files.filter(path -> path.getFileName().toString().startsWith("doorlight.db"))
                    .toList()) {
                Files.copy(one, copy.resolve(one.getFileName()));
            }
        }
        return copy;
    }

    private void putBack(Path copy) throws IOException {
        Files.deleteIfExists(folder.resolve("doorlight.db-wal"));
        Files.deleteIfExists(folder.resolve("doorlight.db-shm"));
        Files.delete(folder.resolve("doorlight.db"));
        try (Stream<Path> files = Files.list(copy)) {
            for (Path one : files.toList()) {
                Files.copy(one, folder.resolve(one.getFileName()));
            }
        }
    }

    private static void copyHome(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path one : files.toList()) {
                Files.copy(one, to.resolve(one.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
