package org.doorlight.cli.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.doorlight.cli.client.EventStream;
import org.doorlight.cli.client.JsonObject;

/** Listens to one node and notes when it first told of each document. An event may come before the answer that names its document. */
final class Arrivals implements Closeable {
    private final Map<String, Long> moments = new ConcurrentHashMap<>();
    private final EventStream events;

    Arrivals(EventStream events) {
        this.events = events;
        Thread listener = new Thread(this::listen, "arrivals");
        listener.setDaemon(true);
        listener.start();
    }

    private void listen() {
        try {
            for (JsonObject event = events.next(); event != null; event = events.next()) {
                long now = System.nanoTime();
                if (event.text("type").equals("request.changed")) {
                    moments.putIfAbsent(event.text("document"), now);
                }
            }
        } catch (IOException closed) {
            return; // Somebody called close, or the node ended; then what is missing stays missing.
        }
    }

    boolean haveAll(Collection<String> documents) {
        return moments.keySet().containsAll(documents);
    }

    /** The reading of {@link System#nanoTime} at which this document was told of first. */
    long at(String document) {
        Long moment = moments.get(document);
        if (moment == null) {
            throw new IllegalArgumentException("not arrived");
        }
        return moment;
    }

    @Override
    public void close() {
        events.close();
    }
}
