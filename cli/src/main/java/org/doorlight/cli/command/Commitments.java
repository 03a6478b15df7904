package org.doorlight.cli.command;

import java.util.List;
import java.util.Locale;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists this home's own yeses. */
@Command(
        name = "commitments",
        description = "List what you have said yes to, and how it stands.",
        footer = {"", "Example:", "  doorlight commitments"})
public final class Commitments extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> yeses = node.list(ApiPath.inCircle(circle, "commitments"));
        shared().tellJson(yeses);
        shared().tell(yeses.isEmpty() ? "You have said yes to nothing right now. That is fine." : table(yeses));
    }

    private static String table(List<JsonObject> yeses) {
        int digits = Words.digitsToTellApart(
                yeses.stream().map(yes -> yes.text("id")).toList());
        Table table = new Table("yes", "what", "when", "state", "");
        for (JsonObject yes : yeses) {
            String id = yes.text("id");
            table.row(
                    id.substring(0, Math.min(digits, id.length())),
                    yes.text("title"),
                    Words.time(yes.text("start")),
                    yes.text("state").toLowerCase(Locale.ROOT).replace('_', ' '),
                    yes.text("words"));
        }
        return table.toString();
    }
}
