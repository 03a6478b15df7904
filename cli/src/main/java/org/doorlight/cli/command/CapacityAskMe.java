package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Declines the rest guard. */
@Command(
        name = "ask-me",
        description = "Be asked again though you have carried a lot lately; for a week.",
        footer = {"", "Example:", "  doorlight capacity ask-me"})
public final class CapacityAskMe extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject capacity = node.post("/capacity/ask-me", JsonObject.empty());
        shared().tellJson(capacity);
        shared().tell(CapacityText.of(capacity));
    }
}
