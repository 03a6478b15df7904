package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Leaves a day of a rota out. */
@Command(
        name = "skip",
        description = "Leave a day of your rota out; whoever said yes to it is let go with thanks.",
        footer = {"", "Example:", "  doorlight rota skip 3fa85f64 2027-05-04"})
public final class RotaSkip extends RotaChange {
    @Parameters(index = "1", paramLabel = "DATE", description = "The day, as 2027-05-04.")
    private String date = "";

    @Option(names = "--undo", description = "Not left out after all.")
    private boolean undo;

    @Override
    String step() {
        return "skip";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("date", date).with("skipped", !undo);
    }

    @Override
    String done(JsonObject rota) {
        return undo ? "That day is wanted again." : "That day is left out.";
    }
}
