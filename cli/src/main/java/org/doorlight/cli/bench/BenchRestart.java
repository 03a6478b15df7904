package org.doorlight.cli.bench;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A full node starts. */
@Command(
        name = "restart",
        description = "From the start of a full node's process to all its requests readable.",
        footer = {"", "Example:", "  doorlight bench restart --documents 1000"})
public final class BenchRestart extends BenchCommand {
    private static final int STARTS = 5;

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
        Catchup full = Catchup.filled(street, size.documents());
        NodeProcess node = full.host();
        long[] nanoseconds = new long[STARTS];
        for (int start = 0; start < STARTS; start++) {
            node.stop();
            long began = System.nanoTime();
            node = street.startAgain(node);
            LocalApi api = node.api();
            full.awaitLast(api);
            nanoseconds[start] = System.nanoTime() - began;
            full.checkAllReadable(api);
        }
        return JsonObject.empty()
                .with("workload", "restart")
                .with("changes", size.documents())
                .with("documents", size.documents())
                .with("seconds", Figures.seconds(Figures.reading(nanoseconds, 0.5)))
                .with("wireBytes", 0)
                .with("starts", STARTS);
    }
}
