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

/** Asks the circle for a hand. */
@Command(
        name = "add",
        description = "Ask your circle for a hand.",
        footer = {
            "",
            "Example:",
            "  doorlight request add --kind meal --title \"Soup for two\" \\",
            "      --slot 2026-12-01T18:00/PT1H --rule \"Leave it on the step\""
        })
public final class RequestAdd extends NodeCommand {
    private static final List<String> KINDS = List.of(
            "meal",
            "shopping",
            "lift",
            "child-minding",
            "pet",
            "house",
            "company",
            "listen",
            "small-thing",
            "look-in",
            "other");

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = {
                "meal, shopping, lift, child-minding, pet, house, company, listen, small-thing, look-in or other."
            })
    private String kind = "";

    @ArgGroup(multiplicity = "1")
    private PrivateText.Title title = new PrivateText.Title();

    @ArgGroup
    private PrivateText.@Nullable Door door;

    @Option(
            names = "--door-to",
            paramLabel = "MEMBER",
            split = ",",
            description = "Up to three who may read the door details from the start, by beginnings of member ids.")
    private List<String> doorTo = new ArrayList<>();

    @ArgGroup
    private PrivateText.@Nullable Story story;

    @Option(
            names = "--slot",
            paramLabel = "START/DURATION[xNEED]",
            required = true,
            description = {
                "When, how long, and how many helpers. Local time of the circle, or with an offset.",
                "As 2026-12-01T18:00/PT1H or 2026-12-01T18:00+01:00/90mx2. May stand several times."
            })
    private List<String> slots = new ArrayList<>();

    @Option(names = "--rule", paramLabel = "RULE", description = "A house rule. May stand several times.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--to",
            paramLabel = "MEMBER",
            split = ",",
            description = "Who may read it: beginnings of member ids, with commas. Default: the whole circle.")
    private List<String> to = new ArrayList<>();

    @Option(
            names = "--follows",
            paramLabel = "ID",
            description = "An earlier request of yours that this one takes up again.")
    private @Nullable String follows;

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void checkUse() {
        if (!KINDS.contains(kind)) {
            throw wrongUse("--kind is one of: " + String.join(", ", KINDS));
        }
        slots.forEach(this::slot);
        long fromStandardInput = Stream.of(
                        title.readsStandardInput(),
                        door != null && door.readsStandardInput(),
                        story != null && story.readsStandardInput())
                .filter(reads -> reads)
                .count();
        if (fromStandardInput > 1) {
            throw wrongUse("Standard input holds one text. Give the others another way.");
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject request = node.post(ApiPath.inCircle(circle, "requests"), draft());
        shared().tellJson(request);
        shared().tell("Asked. " + (to.isEmpty() ? "The street" : "Whom you named")
                + " can see it now. Its id begins with " + Words.shortId(request.text("id")) + ".");
        shared().tell("You can take it back at any time: doorlight request withdraw "
                + Words.shortId(request.text("id")));
    }

    private JsonObject draft() {
        List<JsonObject> wished =
                slots.stream().map(this::slot).map(SlotText::json).toList();
        return JsonObject.empty()
                .with("kind", kind)
                .with("title", title.read(shared().terminal().in()))
                .with("slots", wished)
                .with("rules", rules)
                .withIfPresent(
                        "door",
                        door == null ? null : door.read(shared().terminal().in()))
                .with("to", to)
                .withIfPresent("doorTo", doorTo.isEmpty() ? null : doorTo)
                .withIfPresent(
                        "story",
                        story == null ? null : story.read(shared().terminal().in()))
                .withIfPresent("follows", follows);
    }

    private SlotText slot(String text) {
        return SlotText.parse(text).orElseThrow(() -> wrongUse("--slot looks like " + SlotText.SHAPE));
    }
}
