package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how this home is. */
@Command(
        name = "answer",
        description =
                "Say that you're all right, or that you need a hand. You can change it while the roll-call is open.",
        footer = {"", "Example:", "  doorlight roll-call answer all-right"})
public final class RollCallAnswer extends NodeCommand {
    private static final List<String> WORDS = List.of("all-right", "need-a-hand");

    @Parameters(paramLabel = "WORD", description = "all-right or need-a-hand.")
    private String word = "";

    @Option(
            names = "--circle",
            paramLabel = "CIRCLE",
            description = "Which circle: its name, or the beginning of its id. Not needed with one circle.")
    private @Nullable String circle;

    @Override
    void checkUse() {
        if (!WORDS.contains(word)) {
            throw wrongUse("WORD is one of: " + String.join(", ", WORDS));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject call = node.post(
                ApiPath.inCircle(circle, "roll-call/answer"), JsonObject.empty().with("word", word));
        shared().tellJson(call);
        StreetText.rollCall(call).forEach(shared()::tell);
    }
}
