package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether these are hot, cold or stormy days. */
@Command(
        name = "show",
        description = "Show whether these are hot, cold or stormy days, and until when.",
        footer = {"", "Example:", "  doorlight circle heat show"})
public final class CircleHeatShow extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> heats = node.list(ApiPath.inCircle(circle, "heat"));
        shared().tellJson(heats);
        heats.forEach(heat -> shared().tell(StreetText.heat(heat)));
        if (heats.isEmpty()) {
            shared().tell(StreetText.NOWHERE);
        }
    }
}
