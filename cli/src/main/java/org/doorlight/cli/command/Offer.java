package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says yes to a slot of somebody's request, or "yes, still" when asked again. */
@Command(
        name = "offer",
        description = "Say yes to a slot of somebody's request, or yes, still when you are asked again.",
        footer = {"", "Example:", "  doorlight offer 3fa85f64 51c0a2b4 --note \"With bread\""})
public final class Offer extends NodeCommand {
    @Parameters(index = "0", paramLabel = "REQUEST", description = "The request's id, or its beginning.")
    private String request = "";

    @Parameters(
            index = "1",
            paramLabel = "SLOT",
            description = "The slot's id, or its beginning; request show tells it.")
    private String slot = "";

    @Option(
            names = "--note",
            paramLabel = "NOTE",
            description = "A few words with it. Everybody who may read the request can read them.")
    private @Nullable String note;

    @Override
    void ask(LocalApi node) {
        JsonObject yes = node.post(
                ApiPath.request(request) + "/offers",
                JsonObject.empty().with("slot", slot).withIfPresent("note", note));
        shared().tellJson(yes);
        shared().tell(Words.safe(yes.text("words")));
        shared().tell("You can hand it back at any time: doorlight handback " + Words.shortId(yes.text("id")));
    }
}
