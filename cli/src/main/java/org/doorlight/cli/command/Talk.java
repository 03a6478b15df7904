package org.doorlight.cli.command;

import java.util.Comparator;
import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says whether there is the capacity to talk tonight, or whether one would rather rest. */
@Command(
        name = "talk",
        description = "Before listening: say whether you have the capacity to talk tonight, or would rather rest.",
        footer = {"", "Example:", "  doorlight talk rest"})
public final class Talk extends NodeCommand {
    static final List<String> ANSWERS = List.of("yes", "rest");

    @Parameters(
            index = "0",
            paramLabel = "ANSWER",
            description = "yes, or rest. To rest hands your yes back, without a reason, like any other.")
    private String answer = "";

    @Parameters(
            index = "1",
            paramLabel = "COMMITMENT",
            arity = "0..1",
            description = "The id of your yes, or its beginning. Default: the next one you are asked about.")
    private @Nullable String commitment;

    @Override
    void checkUse() {
        if (!ANSWERS.contains(answer)) {
            throw wrongUse("ANSWER is one of: " + String.join(", ", ANSWERS));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject yes = node.post(
                ApiPath.commitment(commitment != null ? commitment : next(node)) + "/talk",
                JsonObject.empty().with("answer", answer));
        shared().tellJson(yes);
        shared().tell(Words.safe(yes.text("words")));
    }

    private static String next(LocalApi node) {
        return node.list("/commitments").stream()
                .filter(yes -> yes.text("talk").equals("ASKED"))
                .min(Comparator.comparing((JsonObject yes) -> Words.instant(yes.text("start")))
                        .thenComparing(yes -> yes.text("id")))
                .map(yes -> yes.text("id"))
                .orElseThrow(
                        () -> new Refusal(
                                "Nobody asks you about a talk right now. See what you have said yes to with: doorlight commitments"));
    }
}
