package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the private list. */
@Command(
        name = "passed-over",
        description = "Show whom your own box passes over. Nobody else can see this.",
        footer = {"", "Example:", "  doorlight member passed-over"})
public final class MemberPassedOver extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> members = node.list(ApiPath.inCircle(circle, "passed-over"));
        shared().tellJson(members);
        Table table = new Table("member", "name");
        members.forEach(member -> table.row(Words.shortId(member.text("id")), member.text("name")));
        shared().tell(members.isEmpty() ? "Your box passes nobody over." : table.toString());
    }
}
