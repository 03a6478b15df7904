package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A steward says that these are hot, cold or stormy days. */
@Command(
        name = "set",
        description = "Say, as a steward, that these are hot, cold or stormy days. They end by themselves.",
        footer = {"", "Example:", "  doorlight circle heat set storm --hours 24"})
public final class CircleHeatSet extends NodeCommand {
    private static final List<String> WORDS = List.of("heat", "cold", "storm");

    @Parameters(paramLabel = "MODE", description = "heat, cold or storm.")
    private String mode = "";

    @Option(names = "--hours", paramLabel = "HOURS", description = "How long: 1 to 72 hours. Default: 72.")
    private @Nullable Integer hours;

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void checkUse() {
        if (!WORDS.contains(mode)) {
            throw wrongUse("MODE is one of: " + String.join(", ", WORDS));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject heat = node.post(
                ApiPath.inCircle(circle, "heat"),
                JsonObject.empty().with("mode", mode).withIfPresent("hours", hours));
        shared().tellJson(heat);
        shared().tell(StreetText.heat(heat));
    }
}
