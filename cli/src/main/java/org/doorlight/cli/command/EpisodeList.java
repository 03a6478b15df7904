package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what this home is or was asked about. */
@Command(
        name = "list",
        description = "List what you are asked about now, and how it ended where you were asked.",
        footer = {"", "Example:", "  doorlight episode list"})
public final class EpisodeList extends NodeCommand {
    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "In this circle alone: its name, or the beginning of its id.")
    private @Nullable String circle;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> episodes = node.list(ApiPath.inCircle(circle, "episodes"));
        shared().tellJson(episodes);
        shared().tell(episodes.isEmpty() ? "Nobody is asking you to look in." : table(episodes));
    }

    private static String table(List<JsonObject> episodes) {
        int digits = Words.digitsToTellApart(
                episodes.stream().map(episode -> episode.text("id")).toList());
        Table table = new Table("episode", "state", "");
        for (JsonObject episode : episodes) {
            String id = episode.text("id");
            table.row(
                    id.substring(0, Math.min(digits, id.length())),
                    HelloText.state(episode.text("state")),
                    episode.text("words"));
        }
        return table.toString();
    }
}
