package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.NodeProcess;

/** What one running node says and does at its local API: quicker than typed commands, for tests that ask often. For one thread. */
final class Screen implements AutoCloseable {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private final LocalApi api;

    Screen(NodeProcess node) {
        this.api = node.api();
    }

    void founds(String circle) {
        api.post("/circles", JsonObject.empty().with("name", circle).with("zone", "Europe/Berlin"));
    }

    String invites() {
        return api.post("/invites", JsonObject.empty().with("role", "member")).text("code");
    }

    void joins(String code) {
        api.post("/join", JsonObject.empty().with("code", code).with("peers", List.of()));
    }

    /** Asks for a hand; returns the request's id once it is durable (201). */
    String asks(String title) {
        JsonObject slot = JsonObject.empty()
                .with("start", "2027-06-01T18:00")
                .with("duration", "PT1H")
                .with("need", 1);
        JsonObject request = JsonObject.empty()
                .with("kind", "meal")
                .with("title", title)
                .with("slots", List.of(slot))
                .with("rules", List.of())
                .with("to", List.of());
        return api.post("/requests", request).text("id");
    }

    /** The titles on this node's board. */
    SortedSet<String> board() {
        SortedSet<String> titles = new TreeSet<>();
        api.list("/requests").forEach(request -> titles.add(request.text("title")));
        return titles;
    }

    JsonObject status() {
        return api.get("/status");
    }

    /** Waits until exactly these titles stand on the board. */
    void eventuallySees(String... titles) {
        await().atMost(ARRIVES_WITHIN)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(board()).containsExactlyInAnyOrder(titles));
    }

    /** Waits until the status says so. */
    void eventuallyCounts(String field, long number) {
        await().atMost(ARRIVES_WITHIN)
                .pollDelay(Duration.ZERO)
                .untilAsserted(
                        () -> assertThat(status().number(field)).as(field).isEqualTo(number));
    }

    @Override
    public void close() {
        api.close();
    }
}
