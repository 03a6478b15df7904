package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Answers in a rehearsal. */
@Command(
        name = "answer",
        description = "Answer as you would answer an episode.",
        footer = {"", "Example:", "  doorlight hello drill answer seen"})
public final class HelloDrillAnswer extends NodeCommand {
    @Parameters(paramLabel = "WORD", description = "One of the words of: doorlight episode answer")
    private String word = "";

    @Override
    void checkUse() {
        if (!EpisodeAnswer.WORDS.contains(word)) {
            throw wrongUse("WORD is one of: " + String.join(", ", EpisodeAnswer.WORDS));
        }
    }

    @Override
    void ask(LocalApi node) {
        JsonObject drill = node.post("/hello/drill/answers", JsonObject.empty().with("word", word));
        shared().tellJson(drill);
        shared().tell(Words.safe(drill.text("words")));
    }
}
