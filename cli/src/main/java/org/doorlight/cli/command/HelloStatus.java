package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What this home's box knows of hellos. */
@Command(
        name = "status",
        description = "Show what your box knows of your hello, and of those you look in on.",
        footer = {"", "Example:", "  doorlight hello status"})
public final class HelloStatus extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> rows = node.list(ApiPath.inCircle(circle, "hello/status"));
        shared().tellJson(rows);
        shared().tell(rows.isEmpty() ? "There is no plan here, and you look in on nobody." : table(rows));
        if (rows.stream().anyMatch(row -> !row.text("episode").isEmpty())) {
            shared().tell("See what is asked of you with: doorlight episode list");
        }
    }

    private static String table(List<JsonObject> rows) {
        Table table = new Table("member", "name", "hello", "why", "episode", "");
        for (JsonObject row : rows) {
            table.row(
                    Words.shortId(row.text("member")),
                    row.text("name"),
                    HelloText.state(row.text("state")),
                    row.text("cause").equals("NONE") ? "" : HelloText.state(row.text("cause")),
                    Words.shortId(row.text("episode")),
                    row.flag("oftenPaused") ? "paused for more than 14 of the last 28 days" : "");
        }
        return table.toString();
    }
}
