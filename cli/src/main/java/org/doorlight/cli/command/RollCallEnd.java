package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends what this home started. */
@Command(
        name = "end",
        description = "End the roll-call you started.",
        footer = {"", "Example:", "  doorlight roll-call end"})
public final class RollCallEnd extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject call = node.post(ApiPath.inCircle(circle, "roll-call/end"), JsonObject.empty());
        shared().tellJson(call);
        StreetText.rollCall(call).forEach(shared()::tell);
    }
}
