package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists care requests. */
@Command(
        name = "list",
        description = "List what is asked, in all your circles.",
        footer = {"", "Example:", "  doorlight request list --state OPEN"})
public final class RequestList extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Option(names = "--state", paramLabel = "STATE", description = "In this state alone, as OPEN.")
    private @Nullable String state;

    @Override
    void ask(LocalApi node) {
        String filter = state == null ? "" : "?state=" + ApiPath.step(state);
        List<JsonObject> requests = node.list(ApiPath.inCircle(circle, "requests") + filter);
        shared().tellJson(requests);
        if (!shared().json()) {
            shared().tell(
                            requests.isEmpty()
                                    ? "Nothing is asked right now. You can ask with: doorlight request add"
                                    : new RequestText(node).table(requests));
        }
    }
}
