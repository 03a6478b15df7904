package org.doorlight.cli.bench;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.cli.process.ThrowAwayStreet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An empty node joins a full one. */
@Command(
        name = "catchup",
        description = "An empty node joins a full one: how long, and how many bytes.",
        footer = {"", "Example:", "  doorlight bench catchup --documents 1000"})
public final class BenchCatchup extends BenchCommand {
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
        long nanoseconds = catchup.catchUp(street, newcomer);
        return JsonObject.empty()
                .with("workload", "catchup")
                .with("changes", size.documents())
                .with("documents", size.documents())
                .with("seconds", Figures.seconds(nanoseconds))
                .with("wireBytes", Catchup.wireBytes(newcomer.api()))
                .with("note", "each document is one change, all of one owner");
    }
}
