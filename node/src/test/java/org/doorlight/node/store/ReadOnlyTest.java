package org.doorlight.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.doorlight.protocol.core.Ask;
import org.doorlight.protocol.core.CoreSettings;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.HomeProfile;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.NodeCore;
import org.doorlight.protocol.core.Reply;
import org.doorlight.protocol.core.SteadyCore;
import org.doorlight.protocol.core.StoreFault;
import org.doorlight.protocol.core.Vault;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.core.view.StoreState;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.StretchCost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A core on a real store whose file may not grow. */
class ReadOnlyTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path home;

    private Path file;
    private Connection connection;
    private int pagesMax = 1_000_000;
    private SqliteStore store;
    private SteadyCore core;
    private long seconds;

    @BeforeEach
    void open() throws SQLException {
        file = home.resolve("store.db");
        store = new SqliteStore(file, this::connect);
        var vault = new Vault(new byte[Vault.KEY_BYTES], new SeededEntropy(1));
        store.saveRecord(new HomeProfile("Ana", "household").save(vault));
        store.commit();
        var settings = new CoreSettings("test", List.of(), ZoneId.of("UTC"), StretchCost.CHEAPEST);
        core = new SteadyCore(store, () -> new NodeCore(settings, vault, new SeededEntropy(2), store, now()));
    }

    private Connection connect() throws SQLException {
        connection = Database.connect(file);
        limit(pagesMax);
        return connection;
    }

    @AfterEach
    void close() {
        core.close();
        store.close();
    }

    @Test
    void a_full_disk_makes_the_node_read_only_until_there_is_room() throws SQLException {
        assertThat(ask(new Ask.CreateCircle("Elm Street", "UTC"))).isInstanceOf(Reply.Done.class);
        int before = written();
        limit(pages());
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < 200 && core.state() == StoreState.WRITABLE; i++) {
            replies.add(ask(request("soup " + i)));
        }

        assertThat(core.state()).isEqualTo(StoreState.FULL);
        long done = replies.stream().filter(Reply.Done.class::isInstance).count();
        assertThat(replies.get(replies.size() - 1))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.problem().sentence())
                                .startsWith("The disk is full. Nothing was written."));
        assertThat(written()).isEqualTo(before + (int) done);
        assertThat(status().store().state()).isEqualTo("FULL");

        for (int i = 0; i < 30; i++) {
            tick();
        }
        assertThat(core.state()).isEqualTo(StoreState.FULL);
        limit(1_000_000);
        for (int i = 0; i < 30; i++) {
            tick();
        }

        assertThat(core.state()).isEqualTo(StoreState.WRITABLE);
        assertThat(ask(request("bread"))).isInstanceOf(Reply.Done.class);
        assertThat(written()).isEqualTo(before + (int) done + 1);
    }

    private static Ask request(String title) {
        var slot = new Ask.SlotDraft("2024-01-01T10:00", "1h", 1);
        return new Ask.AddRequest(null, "meal", title, List.of(slot), List.of("x".repeat(190)), null, List.of());
    }

    private int written() {
        Reply reply = ask(new Ask.ListRequests(null, null, OptionalInt.empty(), null));
        return ((Views<?>) ((Reply.Done) reply).view()).items().size();
    }

    private StatusView status() {
        return (StatusView) ((Reply.Done) ask(new Ask.Status())).view();
    }

    private void limit(int pages) throws SQLException {
        pagesMax = pages;
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    private int pages() throws SQLException {
        return (int) Schema.number(connection, "PRAGMA page_count");
    }

    private void tick() {
        turn(new Input.Tick());
    }

    private Reply ask(Ask ask) {
        return turn(new Input.Asked(++seconds, ask)).orElseThrow();
    }

    /** A turn of the loop with one input. */
    private Optional<Reply> turn(Input input) {
        seconds++;
        List<Effect.Deed> deeds = new ArrayList<>();
        try {
            List<Effect> effects = core.handle(now(), input);
            effects.stream().filter(Effect.Deed.class::isInstance).forEach(deed -> deeds.add((Effect.Deed) deed));
            effects.stream().filter(Effect.Save.class::isInstance).forEach(save -> ((Effect.Save) save).saveIn(store));
            store.commit();
        } catch (StoreFault fault) {
            store.rollback();
            List<Effect.Deed> instead = core.storeFailed(now(), fault, List.copyOf(deeds));
            deeds.clear();
            deeds.addAll(instead);
        }
        return deeds.stream()
                .filter(Effect.Answer.class::isInstance)
                .map(answer -> ((Effect.Answer) answer).reply())
                .findFirst();
    }

    private Moment now() {
        return new Moment(1_700_000_000_000L + seconds * 1000, seconds * SECOND);
    }
}
