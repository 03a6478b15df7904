package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A steward says that they are over. */
@Command(
        name = "end",
        description = "Say, as a steward, that they are over.",
        footer = {"", "Example:", "  doorlight circle heat end"})
public final class CircleHeatEnd extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject heat = node.post(ApiPath.inCircle(circle, "heat/end"), JsonObject.empty());
        shared().tellJson(heat);
        shared().tell(StreetText.heat(heat));
    }
}
