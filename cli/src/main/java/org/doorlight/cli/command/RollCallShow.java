package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How a roll-call stands. */
@Command(
        name = "show",
        description = "Show who is all right, who needs a hand, and of whom nothing is known yet.",
        footer = {"", "Example:", "  doorlight roll-call show"})
public final class RollCallShow extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> calls = node.list(ApiPath.inCircle(circle, "roll-call"));
        shared().tellJson(calls);
        calls.forEach(call -> StreetText.rollCall(call).forEach(shared()::tell));
        if (calls.isEmpty()) {
            shared().tell(StreetText.NOWHERE);
        }
    }
}
