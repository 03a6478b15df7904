package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.ApiPath;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a buddy knows. */
@Command(
        name = "answer",
        description = "Say what you know or do.",
        footer = {"", "Example:", "  doorlight episode answer 3fa85f64 spoke"})
public final class EpisodeAnswer extends NodeCommand {
    static final List<String> WORDS =
            List.of("said-hello", "seen", "spoke", "no-answer", "will-go", "cannot", "knocking", "in-peace", "go-now");

    @Parameters(index = "0", paramLabel = "ID", description = "The episode's id, or its beginning.")
    private String id = "";

    @Parameters(
            index = "1",
            paramLabel = "WORD",
            description = {
                "said-hello, seen, spoke or no-answer; will-go, cannot or knocking;",
                "in-peace: spoke, and they like to be left in peace; go-now: somebody had better knock now."
            })
    private String word = "";

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When you met: local time of the circle, or with an offset. Default: now.")
    private @Nullable String at;

    @Override
    void checkUse() {
        if (!WORDS.contains(word)) {
            throw wrongUse("WORD is one of: " + String.join(", ", WORDS));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject episode = node.post(
                "/episodes/" + ApiPath.step(id) + "/answers",
                JsonObject.empty().with("word", word).withIfPresent("at", at));
        shared().tellJson(episode);
        shared().tell(Words.safe(episode.text("words")));
    }
}
