package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends this home's own hello plan. */
@Command(
        name = "end",
        description = "End your hello plan, at once and without a reason.",
        footer = {"", "Example:", "  doorlight hello plan end"})
public final class HelloPlanEnd extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        shared().tellJson(node.postForList(ApiPath.inCircle(circle, "hello/plan/end"), JsonObject.empty()));
        shared().tell("Ended. Nobody looks in because of a plan any more.");
    }
}
