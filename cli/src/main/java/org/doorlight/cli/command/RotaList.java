package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists rotas. */
@Command(
        name = "list",
        description = "List the rotas of all your circles.",
        footer = {"", "Example:", "  doorlight rota list"})
public final class RotaList extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> rotas = node.list(ApiPath.inCircle(circle, "rotas"));
        shared().tellJson(rotas);
        shared().tell(
                        rotas.isEmpty()
                                ? "There is no rota right now. You can begin one with: doorlight rota add"
                                : RotaText.table(rotas));
    }
}
