package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;

/** A long haul goes on. */
@Command(
        name = "carry-on",
        description = "Your long haul goes on for six weeks more. Without this it ends by itself.",
        footer = {"", "Example:", "  doorlight rota carry-on 3fa85f64"})
public final class RotaCarryOn extends RotaChange {
    @Override
    String step() {
        return "carry-on";
    }

    @Override
    String done(JsonObject rota) {
        return "It goes on until " + Words.safe(rota.text("reviewOn")) + ".";
    }
}
