package org.doorlight.cli.bench;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;

/** The requests that are written: six fields each, alike but for their number. */
final class Drafts {
    /** As many writers at once as the contract's {@code bench writes} asks for. */
    static final int WRITERS = 32;

    private Drafts() {}

    static JsonObject number(int number) {
        JsonObject slot = JsonObject.empty()
                .with("start", "2027-06-01T18:00")
                .with("duration", "PT1H")
                .with("need", 1);
        return JsonObject.empty()
                .with("kind", "meal")
                .with("title", "Soup for two, number " + number)
                .with("slots", List.of(slot))
                .with("rules", List.of("Leave it on the step"))
                .with("to", List.of());
    }

    /** Writes so many requests one after the other. */
    static void writeSerially(LocalApi node, int count) {
        for (int number = 0; number < count; number++) {
            node.post("/requests", number(number));
        }
    }

    /** Writes so many requests, {@link #WRITERS} at once, each with a connection of its own. */
    static void writeTogether(Supplier<LocalApi> node, int count) {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        AtomicInteger next = new AtomicInteger();
        try {
            IntStream.range(0, WRITERS)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> writeShare(node.get(), next, count), writers))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            writers.shutdown();
        }
    }

    private static void writeShare(LocalApi node, AtomicInteger next, int count) {
        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
            node.post("/requests", number(number));
        }
        node.hangUp();
    }
}
