package org.doorlight.cli.bench;

import java.util.concurrent.TimeUnit;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.Patience;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resident memory of a node process, as the kernel counts it. */
@Command(
        name = "memory",
        description = "Resident memory of a node: idle, and after it caught up with a full one.",
        footer = {"", "Example:", "  doorlight bench memory --documents 1000"})
public final class BenchMemory extends BenchCommand {
    private static final long SETTLE_SECONDS = 5;

    @Mixin
    private DocumentsOption size = new DocumentsOption();

    @Override
    void checkUse() {
        if (!size.isRight()) {
            throw wrongUse(DocumentsOption.SENTENCE);
        }
    }

    @Override
    JsonObject measure(ThrowAwayStreet street) {
        Catchup catchup = Catchup.filled(street, size.documents());
        NodeProcess newcomer =
                street.start(street.makeHome("Ben"), catchup.host().listening());
        double idle = settled(newcomer);
        catchup.catchUp(street, newcomer);
        return JsonObject.empty()
                .with("workload", "memory")
                .with("idleMiB", idle)
                .with("afterCatchupMiB", settled(newcomer))
                .with("documents", size.documents());
    }

    private static double settled(NodeProcess node) {
        Patience.untilNanoTime(System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS));
        return Figures.mebibytes(node.residentBytes());
    }
}
