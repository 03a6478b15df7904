package org.doorlight.node.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
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
import org.doorlight.protocol.core.view.RequestView;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.crypto.StretchCost;

/** A core on a real store, with the turns of the real loop and a clock of its own. */
final class BareNode implements AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    private final SqliteStore store;
    private final SteadyCore core;
    private final List<String> notes = new ArrayList<>();
    private long seconds;

    /**
     * Opens a node on this store, and makes a home of it if it is empty.
     *
     * @param number of this run; no two runs of one home draw the same chance
     */
    BareNode(SqliteStore store, long number) {
        this.store = store;
        Vault vault = new Vault(new byte[Vault.KEY_BYTES], new SeededEntropy(number));
        if (HomeProfile.load(store, vault).isEmpty()) {
            store.saveRecord(new HomeProfile("Ana", "household").save(vault));
            store.commit();
        }
        var settings = new CoreSettings("test", List.of(), ZoneId.of("UTC"), StretchCost.CHEAPEST);
        var entropy = new SeededEntropy(number + 1);
        this.core = new SteadyCore(store, () -> new NodeCore(settings, vault, entropy, store, now()));
    }

    static BareNode on(SqliteStore.Opening disk, Path file, long number) throws SQLException {
        SqliteStore store = new SqliteStore(file, disk);
        boolean started = false;
        try {
            BareNode node = new BareNode(store, number);
            started = true;
            return node;
        } finally {
            if (!started) {
                store.close();
            }
        }
    }

    Reply founds(String circle) {
        return ask(new Ask.CreateCircle(circle, "UTC"));
    }

    Reply asks(String title) {
        var slot = new Ask.SlotDraft("2024-01-01T10:00", "1h", 1);
        return ask(new Ask.AddRequest(null, "meal", title, List.of(slot), List.of(), null, List.of()));
    }

    /** The titles on the board; empty if the node says that it cannot look. */
    Optional<SortedSet<String>> board() {
        Reply reply = ask(new Ask.ListRequests(null, null, OptionalInt.empty(), null));
        return reply instanceof Reply.Done done && done.view() instanceof Views<?> views
                ? Optional.of(titles(views))
                : Optional.empty();
    }

    private static SortedSet<String> titles(Views<?> views) {
        SortedSet<String> titles = new TreeSet<>();
        views.items().forEach(view -> titles.add(((RequestView) view).title()));
        return titles;
    }

    void passes(int howManySeconds) {
        for (int second = 0; second < howManySeconds; second++) {
            turn(new Input.Tick());
        }
    }

    /** What it said to its log. */
    List<String> notes() {
        return notes;
    }

    private Reply ask(Ask ask) {
        return turn(new Input.Asked(++seconds, ask)).orElseThrow();
    }

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
        deeds.stream().filter(Effect.Note.class::isInstance).forEach(note -> notes.add(((Effect.Note) note).line()));
        return deeds.stream()
                .filter(Effect.Answer.class::isInstance)
                .map(answer -> ((Effect.Answer) answer).reply())
                .findFirst();
    }

    private Moment now() {
        return new Moment(1_700_000_000_000L + seconds * 1000, seconds * SECOND);
    }

    @Override
    public void close() {
        core.close();
        store.close();
    }
}
