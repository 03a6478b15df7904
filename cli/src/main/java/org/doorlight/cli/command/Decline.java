package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says no to an invitation, to one's own box only. */
@Command(
        name = "decline",
        description = "Not this time: your own box asks you no more for that slot; nobody else hears of it.",
        footer = {"", "Example:", "  doorlight decline 3fa85f64 51c0a2b4"})
public final class Decline extends NodeCommand {
    @Parameters(index = "0", paramLabel = "REQUEST", description = "The request's id, or its beginning.")
    private String request = "";

    @Parameters(
            index = "1",
            paramLabel = "SLOT",
            description = "The slot's id, or its beginning; invitations tells it.")
    private String slot = "";

    @Override
    void ask(LocalApi node) {
        boolean talk = node.list("/invitations").stream()
                .anyMatch(asked -> asked.text("slot").startsWith(slot)
                        && asked.text("request").startsWith(request)
                        && !asked.text("words").isEmpty());
        node.post(ApiPath.request(request) + "/decline", JsonObject.empty().with("slot", slot));
        shared().tellJson(node.list("/invitations"));
        shared().tell((talk ? "Rest well." : "That is fine.") + " Nobody else hears of it.");
    }
}
