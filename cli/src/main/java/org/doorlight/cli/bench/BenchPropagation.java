package org.doorlight.cli.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.Patience;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From the call of one node's API to the event at another node's API, both read on one clock in this process. Durable on both nodes
 * before the event comes.
 */
@Command(
        name = "propagation",
        description = "How long a request takes from one node's API to a neighbour's screen.",
        footer = {"", "Example:", "  doorlight bench propagation"})
public final class BenchPropagation extends BenchCommand {
    private static final int WARM_UP = 130;
    static final long PACE_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long ARRIVED_SECONDS_MAX = 30;

    @Option(names = "--count", paramLabel = "N", defaultValue = "500", description = "How many requests. Default: 500.")
    private int count;

    @Override
    void checkUse() {
        if (count < 1) {
            throw wrongUse("--count is 1 or more.");
        }
    }

    @Override
    JsonObject measure(ThrowAwayStreet street) throws IOException {
        long[] readings = propagate(street);
        long[] limit = BareWork.measure(street.folder(), WARM_UP, count);
        return JsonObject.empty()
                .with("workload", "propagation")
                .with("count", count)
                .with("medianMs", Figures.milliseconds(readings, 0.5))
                .with("p99Ms", Figures.milliseconds(readings, 0.99))
                .with("limitMs", Figures.milliseconds(limit, 0.5));
    }

    private long[] propagate(ThrowAwayStreet street) throws IOException {
        NodeProcess ana = street.start(street.makeHome("Ana"));
        NodeProcess ben = street.start(street.makeHome("Ben"), ana.listening());
        LocalApi anas = ana.api();
        LocalApi bens = ben.api();
        street.found(anas, "Lantern Street");
        street.admit(ana, anas, bens);
        try (Arrivals arrivals = new Arrivals(bens.events())) {
            send(anas, WARM_UP);
            Map<String, Long> sent = send(anas, count);
            Patience.until(
                    ARRIVED_SECONDS_MAX,
                    () -> arrivals.haveAll(sent.keySet()),
                    "Not every request arrived in 30 seconds.");
            return sent.entrySet().stream()
                    .mapToLong(call -> arrivals.at(call.getKey()) - call.getValue())
                    .toArray();
        }
    }

    /** The moment of each call, by the document it made. */
    private static Map<String, Long> send(LocalApi node, int requests) {
        Map<String, Long> sent = new LinkedHashMap<>();
        long next = System.nanoTime();
        for (int number = 0; number < requests; number++) {
            Patience.untilNanoTime(next);
            long start = System.nanoTime();
            sent.put(node.post("/requests", Drafts.number(number)).text("id"), start);
            next = start + PACE_NANOSECONDS;
        }
        return sent;
    }
}
