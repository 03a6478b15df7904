package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.doorlight.protocol.core.view.StatusView;
import org.doorlight.protocol.core.view.StoreState;
import org.jspecify.annotations.Nullable;

/**
 * A core that outlives trouble with its store. A turn that could not be kept has changed the core in memory already, so that core is
 * dropped and another is opened on what the store remembers. Until the store takes something in again the node is read-only: it answers
 * what only looks, refuses the rest with a sentence, and keeps no session, so that neighbours send again what it could not keep.
 */
public final class SteadyCore {
    private static final long PAUSE_NANOS_MIN = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_NANOS_MAX = Duration.ofSeconds(16).toNanos();

    private final Store store;
    private final Supplier<NodeCore> opening;
    private final SortedSet<Long> tickets = new TreeSet<>();
    private final SortedSet<SessionId> sessions = new TreeSet<>();
    private @Nullable NodeCore core;
    private StoreState state = StoreState.WRITABLE;
    // A connection that has seen an error is not asked again: after a failed sync the file may not hold what it seems
    // to.
    private boolean storeIsOpen = true;
    private long pause = PAUSE_NANOS_MIN;
    private long tryAt;

    /**
     * @param opening opens a core on what the store remembers; may throw a {@link StoreFault}
     */
    public SteadyCore(Store store, Supplier<NodeCore> opening) {
        this.store = store;
        this.opening = opening;
        this.core = opening.get();
    }

    /** Takes one input in and says what is to be done about it, in order. */
    public List<Effect> handle(Moment now, Input input) {
        remember(input);
        NodeCore whole = core;
        if (state == StoreState.WRITABLE && whole != null) {
            List<Effect> effects = whole.handle(now, input);
            effects.forEach(this::remember);
            return effects;
        }
        List<Effect> effects = new ArrayList<>();
        if (input instanceof Input.Tick) {
            tryAgain(now).ifPresent(effects::add);
        } else if (input instanceof Input.Connected connected) {
            effects.add(new Effect.Close(connected.session()));
        } else if (input instanceof Input.Asked asked) {
            effects.add(new Effect.Answer(asked.ticket(), look(now, asked)));
        }
        effects.forEach(this::remember);
        return effects;
    }

    private void remember(Input input) {
        if (input instanceof Input.Connected connected) {
            sessions.add(connected.session());
        } else if (input instanceof Input.Disconnected disconnected) {
            sessions.remove(disconnected.session());
        } else if (input instanceof Input.Asked asked) {
            tickets.add(asked.ticket());
        } else if (input instanceof Input.Unasked unasked) {
            tickets.remove(unasked.ticket());
        }
    }

    private void remember(Effect effect) {
        if (effect instanceof Effect.Answer answer) {
            tickets.remove(answer.ticket());
        }
    }

    // ---- while the store takes nothing in

    /** Answers what only looks; what the core would do besides is left. */
    private Reply look(Moment now, Input.Asked asked) {
        if (core == null || !(asked.ask() instanceof Ask.Look)) {
            return refusal();
        }
        return core.handle(now, asked).stream()
                .filter(Effect.Answer.class::isInstance)
                .map(answer -> ((Effect.Answer) answer).reply())
                .findFirst()
                .map(this::withState)
                .orElseGet(this::refusal);
    }

    private Reply refusal() {
        return Reply.refused(Problem.Kind.UNAVAILABLE, state.sentence());
    }

    private Reply withState(Reply reply) {
        return reply instanceof Reply.Done done && done.view() instanceof StatusView status
                ? new Reply.Done(status.with(state))
                : reply;
    }

    /**
     * What is left to do after a turn could not be kept and was rolled back.
     *
     * @param dropped what would have left with it
     * @return what leaves instead: refusals, and the end of all sessions
     * @throws StoreFault the same, if there is no use in trying again
     */
    public List<Effect.Deed> storeFailed(Moment now, StoreFault fault, List<Effect.Deed> dropped) {
        StoreState before = state;
        state = fault.passing().orElseThrow(() -> fault);
        storeIsOpen = false;
        List<Effect.Deed> instead = new ArrayList<>();
        if (before == StoreState.WRITABLE) {
            instead.add(new Effect.Note(state.sentence()));
            // Trouble that comes back soon after it went is not over.
            boolean lately = now.monotonicNanos() - tryAt < PAUSE_NANOS_MAX;
            pause = lately ? Math.min(2 * pause, PAUSE_NANOS_MAX) : PAUSE_NANOS_MIN;
            tryAt = now.monotonicNanos() + pause;
        }
        dropped.stream()
                .filter(Effect.Answer.class::isInstance)
                .forEach(answer -> tickets.add(((Effect.Answer) answer).ticket()));
        tickets.forEach(ticket -> instead.add(new Effect.Answer(ticket, refusal())));
        tickets.clear();
        sessions.forEach(session -> instead.add(new Effect.Close(session)));
        close();
        open();
        return instead;
    }

    /** False if the store cannot even be read now. */
    private boolean open() {
        try {
            if (!storeIsOpen) {
                store.reopen();
                storeIsOpen = true;
            }
            if (core == null) {
                core = opening.get();
            }
            return true;
        } catch (StoreFault again) {
            core = null;
            storeIsOpen = false;
            state = again.passing().orElseThrow(() -> again);
            return false;
        }
    }

    private Optional<Effect> tryAgain(Moment now) {
        if (now.monotonicNanos() < tryAt) {
            return Optional.empty();
        }
        pause = Math.min(2 * pause, PAUSE_NANOS_MAX);
        tryAt = now.monotonicNanos() + pause;
        if (!open() || !takesSomethingIn()) {
            return Optional.empty();
        }
        // The one that answered meanwhile has planned things that were never done.
        close();
        if (!open()) {
            return Optional.empty();
        }
        state = StoreState.WRITABLE;
        tryAt = now.monotonicNanos();
        return Optional.of(new Effect.Note(state.sentence()));
    }

    private boolean takesSomethingIn() {
        try {
            store.probe();
            return true;
        } catch (StoreFault again) {
            store.rollback();
            state = again.passing().orElseThrow(() -> again);
            storeIsOpen = state == StoreState.FULL;
            return false;
        }
    }

    /** Whether the store takes anything in. */
    public StoreState state() {
        return state;
    }

    /** Frees native memory. */
    public void close() {
        if (core != null) {
            core.close();
            core = null;
        }
    }
}
