package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the street how it is. */
@Command(
        name = "start",
        description = "Ask everybody in the street how they are. It ends by itself after a day.",
        footer = {"", "Example:", "  doorlight roll-call start"})
public final class RollCallStart extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject call = node.post(ApiPath.inCircle(circle, "roll-call"), JsonObject.empty());
        shared().tellJson(call);
        StreetText.rollCall(call).forEach(shared()::tell);
    }
}
