package org.doorlight.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.doorlight.node.store.FaultyDisk.Trouble;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.view.StoreState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A disk that is full or fails at each of the first 200 calls on the database, those at start included: never a wrong answer, no confirmed write
 * lost, one clear message, and all is well once the disk is.
 */
class EveryStoreCallTest {
    private static final int CALLS = 200;
    private static final int WRITES_MAX = 120;
    private static final int RECOVERS_SECONDS_MAX = 40;

    // The trouble is ours; a disk of memory makes it quick.
    private static final Path MEMORY = Path.of("/dev/shm");

    private Path folder;

    private Path home;
    private final SortedSet<String> before = new TreeSet<>();

    @BeforeEach
    void a_home_with_something_in_it() throws IOException {
        folder = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "doorlight-")
                : Files.createTempDirectory("doorlight-");
        home = folder.resolve("home.db");
        try (BareNode ana = new BareNode(SqliteStore.open(home), 1)) {
            assertThat(ana.founds("Lantern Street")).isInstanceOf(Reply.Done.class);
            for (String title : List.of("soup", "bread")) {
                assertThat(ana.asks(title)).isInstanceOf(Reply.Done.class);
                before.add(title);
            }
        }
    }

    @AfterEach
    void clears() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_lost_and_nothing_wrong_is_said_whichever_call_goes_wrong(Trouble trouble)
            throws IOException, SQLException {
        for (int call = 1; call <= CALLS; call++) {
            Path file = folder.resolve(trouble + "-" + call + ".db");
            Files.copy(home, file);
            new World(file, trouble, call).runs();
            Files.delete(file);
        }
    }

    /** One home, and one call that goes wrong. */
    private final class World {
        private final Path file;
        private final String name;
        private final FaultyDisk disk;
        private final SortedSet<String> asked = new TreeSet<>(before);
        private final SortedSet<String> confirmed = new TreeSet<>(before);
        private final List<String> refusals = new ArrayList<>();

        World(Path file, Trouble trouble, int call) {
            this.file = file;
            this.name = trouble + " at call " + call;
            this.disk = new FaultyDisk(file, trouble, call);
        }

        void runs() throws SQLException {
            Optional<BareNode> started = start();
            if (started.isPresent()) {
                try (BareNode node = started.get()) {
                    livesThrough(node);
                }
            }
            disk.mend();
            try (SqliteStore store = SqliteStore.open(file);
                    BareNode again = new BareNode(store, 1_000)) {
                looks(again);
                assertThat(writes(again)).as(name).isTrue();
                assertThat(store.damaged()).as(name).isZero();
            }
        }

        /** A node that does not start says why. */
        private Optional<BareNode> start() {
            try {
                return Optional.of(BareNode.on(disk::connect, file, 500));
            } catch (SQLException | StoreFailure failure) {
                StoreFailure said =
                        failure instanceof SQLException cause ? StoreFailure.atOpen(cause) : (StoreFailure) failure;
                assertThat(disk.wasMet()).as(name).isTrue();
                assertThat(said).as(name).hasMessageContaining("disk");
                return Optional.empty();
            }
        }

        private void livesThrough(BareNode node) {
            for (int write = 0; write < WRITES_MAX && !disk.wasMet(); write++) {
                writes(node);
            }
            looks(node);
            assertThat(disk.wasMet()).as(name).isTrue();
            for (int write = 0; write < 3; write++) {
                writes(node);
                looks(node);
                node.passes(1);
            }
            assertThat(refusals).as(name).allMatch(EveryStoreCallTest::isAboutTheDisk);

            disk.mend();
            int seconds = 0;
            while (!writes(node) && seconds < RECOVERS_SECONDS_MAX) {
                node.passes(1);
                seconds++;
            }
            assertThat(seconds).as(name + ": seconds to recover").isLessThan(RECOVERS_SECONDS_MAX);
            looks(node);
            assertThat(node.notes().stream().filter(EveryStoreCallTest::isAboutTheDisk))
                    .as(name + ": said once")
                    .hasSizeLessThanOrEqualTo(1);
        }

        private boolean writes(BareNode node) {
            String title = "request " + asked.size();
            asked.add(title);
            Reply reply = node.asks(title);
            if (reply instanceof Reply.Refused refused) {
                refusals.add(refused.problem().sentence());
                return false;
            }
            confirmed.add(title);
            return true;
        }

        private void looks(BareNode node) {
            node.board()
                    .ifPresent(board ->
                            assertThat(board).as(name).containsAll(confirmed).isSubsetOf(asked));
        }
    }

    private static boolean isAboutTheDisk(String sentence) {
        return sentence.equals(StoreState.FULL.sentence()) || sentence.equals(StoreState.FAILING.sentence());
    }
}
