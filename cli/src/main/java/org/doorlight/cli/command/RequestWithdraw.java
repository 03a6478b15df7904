package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a care request back. */
@Command(
        name = "withdraw",
        description = "Take one of your requests back, for good.",
        footer = {"", "Example:", "  doorlight request withdraw 3fa85f64"})
public final class RequestWithdraw extends NodeCommand {
    @Parameters(paramLabel = "ID", description = "The request's id, or its beginning.")
    private String id = "";

    @Override
    void ask(LocalApi node) {
        JsonObject request = node.post(ApiPath.request(id) + "/withdraw", JsonObject.empty());
        shared().tellJson(request);
        shared().tell("Taken back. You owe nobody a reason.");
    }
}
