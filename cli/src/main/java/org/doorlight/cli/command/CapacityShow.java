package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Shows own room. */
@Command(
        name = "show",
        description = "Show your own room. Nobody else can see this.",
        footer = {"", "Example:", "  doorlight capacity show"})
public final class CapacityShow extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject capacity = node.get("/capacity");
        shared().tellJson(capacity);
        shared().tell(CapacityText.of(capacity));
    }
}
