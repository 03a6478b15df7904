package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** How the rehearsal stands. */
@Command(
        name = "show",
        description = "Show what you would be asked now.",
        footer = {"", "Example:", "  doorlight hello drill show"})
public final class HelloDrillShow extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject drill = node.get("/hello/drill");
        shared().tellJson(drill);
        shared().tell(Words.safe(drill.text("words")));
    }
}
