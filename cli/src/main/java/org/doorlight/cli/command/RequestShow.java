package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one care request. */
@Command(
        name = "show",
        description = "Show one request.",
        footer = {"", "Example:", "  doorlight request show 3fa85f64"})
public final class RequestShow extends NodeCommand {
    @Parameters(paramLabel = "ID", description = "The request's id, or its beginning.")
    private String id = "";

    @Override
    void ask(LocalApi node) {
        JsonObject request = node.get(ApiPath.request(id));
        shared().tellJson(request);
        if (!shared().json()) {
            shared().tell(new RequestText(node).whole(request));
        }
    }
}
