package org.doorlight.cli.street;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.doorlight.cli.client.EventStream;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.NodeProcess;

/**
 * Everything a node tells as it happens, with the node's own time of it: what happened first can be read afterwards, however seldom the test
 * itself comes to look.
 */
final class Ear implements AutoCloseable {
    private record Heard(String type, Instant at) {}

    private final EventStream events;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    Ear(NodeProcess node) {
        this.events = node.api().events();
        Thread thread = new Thread(this::listen, "ear");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            for (JsonObject event = events.next(); event != null; event = events.next()) {
                heard.add(new Heard(event.text("type"), Instant.parse(event.text("at"))));
            }
        } catch (IOException gone) {
            return; // The node was killed, or the test is over; what had come until then is remembered.
        }
    }

    /** When an event of this type happened first, at this time or later. */
    Optional<Instant> first(String type, Instant from) {
        return heard.stream()
                .filter(event -> event.type().equals(type) && !event.at().isBefore(from))
                .map(Heard::at)
                .min(Instant::compareTo);
    }

    /** When an event of this type happened last. */
    Optional<Instant> last(String type) {
        return heard.stream()
                .filter(event -> event.type().equals(type))
                .map(Heard::at)
                .max(Instant::compareTo);
    }

    /** How many events of this type happened at this time or later. */
    long count(String type, Instant from) {
        return heard.stream()
                .filter(event -> event.type().equals(type) && !event.at().isBefore(from))
                .count();
    }

    @Override
    public void close() {
        events.close();
    }
}
