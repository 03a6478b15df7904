package org.doorlight.cli.bench;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Durable writes to one node: one at a time, then 32 at once. */
@Command(
        name = "writes",
        description = "Durable writes in a second: one at a time, and 32 at once.",
        footer = {"", "Example:", "  doorlight bench writes"})
public final class BenchWrites extends BenchCommand {
    private static final int WARM_UP = 130;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Writes of each sort. Default: 2000.")
    private int count;

    @Override
    void checkUse() {
        if (count < 1) {
            throw wrongUse("--count is 1 or more.");
        }
    }

    @Override
    JsonObject measure(ThrowAwayStreet street) {
        NodeProcess node = street.start(street.makeHome("Ana"));
        LocalApi api = node.api();
        street.found(api, "Lantern Street");
        Drafts.writeSerially(api, WARM_UP);
        long serial = Figures.timed(() -> Drafts.writeSerially(api, count));
        long together = Figures.timed(() -> Drafts.writeTogether(node::api, count));
        return JsonObject.empty()
                .with("workload", "writes")
                .with("count", count)
                .with("serialPerSecond", Figures.perSecond(count, serial))
                .with("groupedPerSecond", Figures.perSecond(count, together));
    }
}
