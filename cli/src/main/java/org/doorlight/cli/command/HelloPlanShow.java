package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows this home's own hello plan. */
@Command(
        name = "show",
        description = "Show your hello plan, and who has said yes.",
        footer = {"", "Example:", "  doorlight hello plan show"})
public final class HelloPlanShow extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject plan = node.get(ApiPath.inCircle(circle, "hello/plan"));
        shared().tellJson(plan);
        HelloText.plan(plan).forEach(shared()::tell);
    }
}
