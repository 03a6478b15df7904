package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the members of a circle. */
@Command(
        name = "list",
        description = "List the members of a circle.",
        footer = {"", "Example:", "  doorlight member list"})
public final class MemberList extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> members = node.list(ApiPath.inCircle(circle, "members"));
        shared().tellJson(members);
        Table table = new Table("member", "name", "role");
        members.forEach(
                member -> table.row(Words.shortId(member.text("id")), member.text("name"), member.text("role")));
        shared().tell(table.toString());
    }
}
