package org.doorlight.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.Patience;
import org.doorlight.cli.process.ThrowAwayStreet;

/** What the demo does and tells, step by step, with the time each step takes. */
final class DemoStory {
    private static final long SEEN_SECONDS_MAX = 30;

    private final ThrowAwayStreet street;
    private final Consumer<String> teller;
    private List<NodeProcess> nodes = List.of();

    DemoStory(ThrowAwayStreet street, Consumer<String> teller) {
        this.street = street;
        this.teller = teller;
    }

    List<NodeProcess> nodes() {
        return nodes;
    }

    /**
     * Tells it once.
     *
     * @return {@code processes}, {@code startedMs}, {@code formedMs}, {@code requestSeenMs}, {@code claimedMs}
     */
    JsonObject tell() {
        teller.accept(
                "Three households on one street: Ana, Ben and Chidi. Each gets its own node, here on this machine.");
        long startedMs = timed(this::open);
        teller.accept("Their nodes run (" + startedMs + " ms). There is no server among them.");

        LocalApi ana = nodes.get(0).api();
        long formedMs = timed(() -> form(ana));
        teller.accept("The circle Lantern Street is formed (" + formedMs + " ms).");

        teller.accept("Ana asks: soup for two, tomorrow at six. It leaves her node sealed.");
        long asked = System.nanoTime();
        JsonObject request = ask(ana);
        long requestSeenMs = millisSince(asked);
        teller.accept("Ben and Chidi can both read it (" + requestSeenMs + " ms). Nobody else can.");

        long claimedMs = timed(() -> claim(nodes.get(1).api(), request));
        teller.accept("Ben says yes, and Ana's node answers: yes, please (" + claimedMs
                + " ms). Now he can read which door, and nobody else can.");
        return JsonObject.empty()
                .with("processes", nodes.size())
                .with("startedMs", startedMs)
                .with("formedMs", formedMs)
                .with("requestSeenMs", requestSeenMs)
                .with("claimedMs", claimedMs);
    }

    /** Waits until one of the nodes ends, which none does by itself. */
    NodeProcess awaitAnEnd() {
        CompletableFuture.anyOf(nodes.stream().map(NodeProcess::onEnd).toArray(CompletableFuture[]::new))
                .join();
        return nodes.stream().filter(node -> !node.isAlive()).findFirst().orElseThrow();
    }

    private void open() {
        List<Path> homes = List.of("Ana", "Ben", "Chidi").parallelStream()
                .map(street::makeHome)
                .toList();
        NodeProcess ana = street.start(homes.get(0));
        CompletableFuture<NodeProcess> ben =
                CompletableFuture.supplyAsync(() -> street.start(homes.get(1), ana.listening()));
        NodeProcess chidi = street.start(homes.get(2), ana.listening());
        nodes = List.of(ana, ben.join(), chidi);
    }

    private void form(LocalApi ana) {
        street.found(ana, "Lantern Street");
        teller.accept("Ana starts the circle Lantern Street and gives each neighbour a code.");
        street.admit(nodes.get(0), ana, nodes.get(1).api());
        teller.accept("Ben types his code and is in.");
        street.admit(nodes.get(0), ana, nodes.get(2).api());
        teller.accept("Chidi types his code and is in.");
    }

    private JsonObject ask(LocalApi ana) {
        JsonObject slot = new SlotText(LocalDate.now(ThrowAwayStreet.ZONE).plusDays(1) + "T18:00", "PT1H", 1).json();
        JsonObject request = ana.post(
                "/requests",
                JsonObject.empty()
                        .with("kind", "meal")
                        .with("title", "Soup for two")
                        .with("slots", List.of(slot))
                        .with("rules", List.of("Leave it on the step"))
                        .with("door", "Ring at the side door"));
        nodes.stream().skip(1).forEach(node -> awaitRequest(node.api(), request.text("id")));
        return request;
    }

    private static void claim(LocalApi ben, JsonObject request) {
        String slot = request.objects("slots").get(0).text("id");
        JsonObject yes = ben.post(
                ApiPath.request(request.text("id")) + "/offers",
                JsonObject.empty().with("slot", slot));
        Patience.until(
                SEEN_SECONDS_MAX,
                () -> ben.get(ApiPath.commitment(yes.text("id"))).text("state").equals("CONFIRMED"),
                "The yes was not answered in 30 seconds. Try it again.");
    }

    private static void awaitRequest(LocalApi neighbour, String id) {
        Patience.until(
                SEEN_SECONDS_MAX,
                () -> holds(neighbour, id),
                "The request did not reach a neighbour in 30 seconds. Try it again.");
    }

    private static boolean holds(LocalApi neighbour, String id) {
        return neighbour.list("/requests").stream()
                .anyMatch(request -> request.text("id").equals(id));
    }

    private static long timed(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return millisSince(start);
    }

    private static long millisSince(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
