package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one rota. */
@Command(
        name = "show",
        description = "Show one rota with its times.",
        footer = {"", "Example:", "  doorlight rota show 3fa85f64"})
public final class RotaShow extends NodeCommand {
    @Parameters(paramLabel = "ID", description = "The rota's id, or its beginning.")
    private String id = "";

    @Override
    void ask(LocalApi node) {
        JsonObject rota = node.get(ApiPath.rota(id));
        shared().tellJson(rota);
        if (!shared().json()) {
            shared().tell(RotaText.whole(rota, new RequestText(node)));
        }
    }
}
