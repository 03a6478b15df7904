package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Ends the rehearsal. */
@Command(
        name = "end",
        description = "End the rehearsal. Nothing of it stays.",
        footer = {"", "Example:", "  doorlight hello drill end"})
public final class HelloDrillEnd extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject drill = node.post("/hello/drill/end", JsonObject.empty());
        shared().tellJson(drill);
        shared().tell(Words.safe(drill.text("words")));
    }
}
