package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the plans in which this home is named as a buddy. */
@Command(
        name = "buddies",
        description = "List who would like you to look in on them, and on whom you do.",
        footer = {"", "Example:", "  doorlight hello plan buddies"})
public final class HelloPlanBuddies extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> plans = node.list(ApiPath.inCircle(circle, "hello/buddies"));
        shared().tellJson(plans);
        if (plans.isEmpty()) {
            shared().tell("No plan names this home.");
        }
        plans.forEach(plan -> HelloText.plan(plan).forEach(shared()::tell));
    }
}
