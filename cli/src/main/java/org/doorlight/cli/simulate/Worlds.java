package org.doorlight.cli.simulate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.doorlight.protocol.simulation.Outcome;

/**
 * Several worlds at once, as many as there are processors; a world itself knows one thread. They are handed out in the order of their
 * seeds, however many go by at a time. A few wait ready, so a slow one holds nobody up, and the rest have not begun.
 */
final class Worlds {
    private static final int READY_FOR_EACH_PROCESSOR = 4;

    private final LongFunction<Outcome> world;
    private final ExecutorService workers;
    private final Deque<CompletableFuture<Outcome>> begun = new ArrayDeque<>();
    private final long end;
    private long next;

    /** @param world plays the world of a seed; called from several threads */
    Worlds(long firstSeed, int seeds, LongFunction<Outcome> world) {
        this.world = world;
        this.next = firstSeed;
        this.end = firstSeed + seeds;
        int processors = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(processors, Worlds::stoppable);
        for (int ready = 0; ready < READY_FOR_EACH_PROCESSOR * processors; ready++) {
            begin();
        }
    }

    /** Whoever presses Ctrl-C does not wait for the worlds under way. */
    private static Thread stoppable(Runnable work) {
        Thread thread = new Thread(work, "world");
        thread.setDaemon(true);
        return thread;
    }

    private void begin() {
        if (next < end) {
            long seed = next++;
            begun.add(CompletableFuture.supplyAsync(() -> world.apply(seed), workers));
        }
    }

    /** How the next world went; to be asked once for each. */
    Outcome next() {
        begin();
        try {
            return begun.remove().join();
        } catch (CompletionException broken) {
            throw new IllegalStateException("a world could not go on", broken.getCause());
        } finally {
            if (begun.isEmpty() && next == end) {
                workers.shutdown();
            }
        }
    }
}
