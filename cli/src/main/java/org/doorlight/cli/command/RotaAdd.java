package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks the circle for a hand, week after week. */
@Command(
        name = "add",
        description = "Ask your circle for a hand, week after week.",
        footer = {
            "",
            "Example:",
            "  doorlight rota add --shape new-baby --title \"Supper for four\" --first-day 2027-05-03 \\",
            "      --weekly-max 4"
        })
public final class RotaAdd extends NodeCommand {
    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            required = true,
            description = "new-baby, grief, surgery or long-haul.")
    private String shape = "";

    @ArgGroup(multiplicity = "1")
    private PrivateText.Title title = new PrivateText.Title();

    @Option(
            names = "--first-day",
            paramLabel = "DATE",
            required = true,
            description = "The day its first week begins, as 2027-05-03.")
    private String firstDay = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "As of a request. Default: meal.")
    private @Nullable String kind;

    @Option(names = "--time", paramLabel = "TIME", description = "When, by the circle's clocks. Default: 18:00.")
    private @Nullable String time;

    @Option(names = "--duration", paramLabel = "DURATION", description = "How long. Default: 1h.")
    private @Nullable String duration;

    @Option(names = "--need", paramLabel = "N", description = "How many helpers each time. Default: 1.")
    private @Nullable Integer need;

    @Option(
            names = "--weekly-max",
            paramLabel = "N",
            description = "At most so many times a week. Default: as many as the shape has.")
    private @Nullable Integer weeklyMax;

    @Option(names = "--rule", paramLabel = "RULE", description = "A house rule. May stand several times.")
    private List<String> rules = new ArrayList<>();

    @ArgGroup
    private PrivateText.@Nullable Door door;

    @Option(
            names = "--to",
            paramLabel = "MEMBER",
            split = ",",
            description = "Who may read it: beginnings of member ids, with commas. Default: the whole circle.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void checkUse() {
        boolean both = Stream.of(title.readsStandardInput(), door != null && door.readsStandardInput())
                .allMatch(reads -> reads);
        if (both) {
            throw wrongUse("Standard input holds one text. Give the others another way.");
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject rota = node.post(ApiPath.inCircle(circle, "rotas"), draft());
        shared().tellJson(rota);
        shared().tell("Asked, " + Words.count(rota.objects("slots").size(), "time", "times") + " in "
                + Words.count(rota.number("weeks"), "week", "weeks") + ". Its id begins with "
                + Words.shortId(rota.text("id")) + ".");
        shared().tell("Leave a day out: doorlight rota skip " + Words.shortId(rota.text("id"))
                + " DATE. Take it back: doorlight request withdraw " + Words.shortId(rota.text("id")));
    }

    private JsonObject draft() {
        return JsonObject.empty()
                .with("shape", shape)
                .with("title", title.read(shared().terminal().in()))
                .with("firstDay", firstDay)
                .withIfPresent("kind", kind)
                .withIfPresent("time", time)
                .withIfPresent("duration", duration)
                .withIfPresent("need", need)
                .withIfPresent("weeklyMax", weeklyMax)
                .with("rules", rules)
                .withIfPresent(
                        "door",
                        door == null ? null : door.read(shared().terminal().in()))
                .with("to", to);
    }
}
