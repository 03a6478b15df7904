package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Founds a circle. */
@Command(
        name = "create",
        description = "Start a circle, with you as its first steward.",
        footer = {"", "Example:", "  doorlight circle create \"Lantern Street\" --zone Europe/Berlin"})
public final class CircleCreate extends NodeCommand {
    @Parameters(paramLabel = "NAME", description = "What the street calls itself.")
    private String name = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The time zone its days are in, as Europe/Berlin. Default: this machine's.")
    private @Nullable String zone;

    @Override
    void ask(LocalApi node) {
        JsonObject circle =
                node.post("/circles", JsonObject.empty().with("name", name).withIfPresent("zone", zone));
        shared().tellJson(circle);
        shared().tell("The circle " + Words.safe(circle.text("name")) + " begins with you.");
        shared().tell("Invite a neighbour with: doorlight invite");
    }
}
