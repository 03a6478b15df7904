package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How this home's own hello stands. */
@Command(
        name = "show",
        description = "Show how your own hello stands.",
        footer = {"", "Example:", "  doorlight hello show"})
public final class HelloShow extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> hellos = node.list(ApiPath.inCircle(circle, "hello"));
        shared().tellJson(hellos);
        HelloText.own(hellos).forEach(shared()::tell);
    }
}
