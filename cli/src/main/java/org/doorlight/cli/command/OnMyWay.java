package org.doorlight.cli.command;

import java.util.Comparator;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says that this home is on its way. */
@Command(
        name = "onmyway",
        description = "Say that you are on your way.",
        footer = {"", "Example:", "  doorlight onmyway"})
public final class OnMyWay extends CommitmentWord {
    @Parameters(
            paramLabel = "COMMITMENT",
            arity = "0..1",
            description = "The id of your yes, or its beginning. Default: the next one that is confirmed.")
    private @Nullable String commitment;

    @Override
    String step() {
        return "onmyway";
    }

    @Override
    String commitment(LocalApi node) {
        return commitment != null ? commitment : next(node);
    }

    private static String next(LocalApi node) {
        return node.list("/commitments").stream()
                .filter(yes -> yes.text("state").equals("CONFIRMED"))
                .min(Comparator.comparing((JsonObject yes) -> Words.instant(yes.text("start")))
                        .thenComparing(yes -> yes.text("id")))
                .map(yes -> yes.text("id"))
                .orElseThrow(
                        () -> new Refusal(
                                "Nothing you said yes to is confirmed right now. See how things stand with: doorlight commitments"));
    }

    @Override
    String words(JsonObject yes) {
        return "They can see that you are on your way.";
    }
}
