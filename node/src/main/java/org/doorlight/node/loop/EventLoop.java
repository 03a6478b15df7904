package org.doorlight.node.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Store;
import org.doorlight.protocol.core.StoreFault;

/**
 * Runs the core on one thread, in turns. A turn takes what is queued, asks the core about each input in order, performs saves at
 * once, commits them together, and then performs everything else in order: remember before you speak.
 *
 * <p>If the store cannot keep a turn, the turn is rolled back and nothing of it leaves; the core says what leaves instead. Anything else
 * that is thrown is a bug: the turn is rolled back too, and the loop stops for good.
 */
public final class EventLoop implements AutoCloseable {
    /** Inputs of one turn. More would share one commit, but keep the first of them waiting. */
    public static final int TURN_INPUTS_MAX = 256;

    /** Inputs still worked off after {@link #stop}; what is behind them is dropped. */
    public static final int STOP_INPUTS_MAX = 4_096;

    /** How long {@link #stop} waits for the loop to end. */
    public static final long STOP_MILLIS_MAX = 2_000;

    private static final long TICK_NANOS = TimeUnit.SECONDS.toNanos(1);

    // After this long draining begins no new turn: the one that runs may need the rest of the time.
    private static final long DRAIN_NANOS_MAX = TimeUnit.SECONDS.toNanos(1);

    private final BlockingQueue<Input> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "doorlight-loop");
    private final Core core;
    private final Store store;
    private final Effect.Edge edge;
    private final MomentClock clock;
    private final Consumer<Throwable> onFailure;
    private volatile boolean stopping;
    private volatile boolean over;

    // Of the loop's thread only.
    private final Queue<Input> inputs = new ArrayDeque<>();
    private final List<Effect.Deed> heldBack = new ArrayList<>();
    private boolean saved;
    private long lastTick;

    /**
     * A loop that has not started.
     *
     * @param core what answers each input with effects; called on the loop's thread only, like store and edge
     * @param store takes a turn's saves and commits them, or rolls them back
     * @param edge performs everything else; must not block for long
     * @param onFailure told once, as the last act of the loop's thread, why the loop stopped by itself; must not wait for the loop
     */
    public EventLoop(Core core, Store store, Effect.Edge edge, MomentClock clock, Consumer<Throwable> onFailure) {
        this.core = core;
        this.store = store;
        this.edge = edge;
        this.clock = clock;
        this.onFailure = onFailure;
    }

    /** Starts the thread; its first input is a tick. To be called once. */
    public void start() {
        thread.start();
    }

    /** Queues an input, from any thread, without waiting. After the loop's end it is dropped. */
    public void post(Input input) {
        if (!over) {
            queue.add(input);
        }
    }

    /** Inputs waiting for their turn. */
    public int backlog() {
        return queue.size();
    }

    /**
     * Works off what is queued, up to {@link #STOP_INPUTS_MAX} inputs, commits it and ends the thread.
     *
     * @return whether the thread has ended within {@link #STOP_MILLIS_MAX}; called on the loop's own thread, it cannot have
     */
    public boolean stop() {
        stopping = true;
        post(new Input.Tick()); // Wakes the loop if it is waiting.
        if (Thread.currentThread() == thread) {
            return false;
        }
        try {
            thread.join(STOP_MILLIS_MAX);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void close() {
        stop();
    }

    private void run() {
        Throwable broken = null;
        try {
            live();
        } catch (Throwable failure) {
            // Everything, errors too: a node whose loop is gone would look alive and do nothing, so somebody has to
            // hear of it.
            forget();
            broken = failure;
        }
        over = true;
        queue.clear();
        if (broken != null) {
            onFailure.accept(broken);
        }
    }

    private void live() throws InterruptedException {
        addTick(clock.now().monotonicNanos());
        turn();
        while (!stopping) {
            await();
            turn();
        }
        drain();
    }

    /** Waits for the next input or the next tick, whichever comes first, and takes what else is queued. */
    private void await() throws InterruptedException {
        long untilTick = lastTick + TICK_NANOS - clock.now().monotonicNanos();
        Input first = queue.poll(Math.max(0, untilTick), TimeUnit.NANOSECONDS);
        long now = clock.now().monotonicNanos();
        if (now - lastTick >= TICK_NANOS) {
            addTick(now);
        }
        if (first != null) {
            inputs.add(first);
        }
        queue.drainTo(inputs, TURN_INPUTS_MAX - inputs.size());
    }

    private void addTick(long now) {
        inputs.add(new Input.Tick());
        lastTick = now;
    }

    private void drain() {
        long from = clock.now().monotonicNanos();
        int left = STOP_INPUTS_MAX;
        while (left > 0 && !queue.isEmpty() && clock.now().monotonicNanos() - from < DRAIN_NANOS_MAX) {
            left -= queue.drainTo(inputs, Math.min(left, TURN_INPUTS_MAX));
            turn();
        }
    }

    private void turn() {
        while (!inputs.isEmpty()) {
            try {
                while (!inputs.isEmpty()) {
                    handle(inputs.remove());
                }
                commit();
            } catch (StoreFault fault) {
                giveUp(fault);
            }
            heldBack.forEach(effect -> effect.perform(edge));
            heldBack.clear();
        }
    }

    private void handle(Input input) {
        List<Effect> effects = core.handle(clock.now(), input);
        effects.stream().filter(Effect.Deed.class::isInstance).forEach(deed -> heldBack.add((Effect.Deed) deed));
        for (Effect effect : effects) {
            if (effect instanceof Effect.Save save) {
                saved = true;
                save.saveIn(store);
            }
        }
    }

    private void commit() {
        if (saved) {
            store.commit();
            saved = false;
        }
    }

    /** Nothing of the turn so far is kept and nothing of it leaves. The inputs behind it are asked about as if they came later. */
    private void giveUp(StoreFault fault) {
        store.rollback();
        saved = false;
        List<Effect.Deed> dropped = List.copyOf(heldBack);
        heldBack.clear();
        heldBack.addAll(core.storeFailed(clock.now(), fault, dropped));
    }

    private void forget() {
        heldBack.clear();
        if (saved) {
            store.rollback();
        }
    }
}
