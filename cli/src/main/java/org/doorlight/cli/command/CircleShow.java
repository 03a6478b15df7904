package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one circle. */
@Command(
        name = "show",
        description = "Show one circle.",
        footer = {"", "Example:", "  doorlight circle show"})
public final class CircleShow extends NodeCommand {
    @Parameters(
            paramLabel = "CIRCLE",
            arity = "0..1",
            description = "Its name, or the beginning of its id. Not needed when you are in one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        JsonObject shown = node.get(circle == null ? "/circle" : "/circles/" + ApiPath.step(circle));
        shared().tellJson(shown);
        shared().tell(Circle.table(List.of(shown)));
    }
}
