package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Shows what time it is for this home's box. */
@Command(
        name = "show",
        description = "Show what time it is for your box, and whether it is sure.",
        footer = {"", "Example:", "  doorlight clock show"})
public final class ClockShow extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        JsonObject clock = node.get("/clock");
        shared().tellJson(clock);
        shared().tell(ClockText.of(clock));
    }
}
