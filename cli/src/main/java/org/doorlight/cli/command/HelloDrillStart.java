package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Begins a rehearsal. */
@Command(
        name = "start",
        description = "Begin a rehearsal: a pretend neighbour is quiet. An hour of the ladder takes a minute.",
        footer = {"", "Example:", "  doorlight hello drill start"})
public final class HelloDrillStart extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject drill = node.post("/hello/drill", JsonObject.empty());
        shared().tellJson(drill);
        shared().tell(Words.safe(drill.text("words")));
    }
}
