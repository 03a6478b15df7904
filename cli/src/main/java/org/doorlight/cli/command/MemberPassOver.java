package org.doorlight.cli.command;

import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** "Not this person." */
@Command(
        name = "pass-over",
        description = "Not this person: your own box says yes, please to somebody else. Nobody can tell.",
        footer = {"", "Example:", "  doorlight member pass-over a3f0"})
public final class MemberPassOver extends NodeCommand {
    @Parameters(paramLabel = "MEMBER", description = "The member's id, or its beginning; member list tells it.")
    private String member = "";

    @Option(names = "--undo", description = "Not any more.")
    private boolean undo;

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        String path = ApiPath.inCircle(circle, "members") + "/" + ApiPath.step(member) + "/pass-over";
        node.post(path, JsonObject.empty().with("passOver", !undo));
        shared().tellJson(node.list(ApiPath.inCircle(circle, "passed-over")));
        shared().tell(undo ? "That is so no more." : "That stays on your own devices.");
    }
}
