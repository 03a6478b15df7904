package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sets the person's picture code. */
@Command(
        name = "code",
        description = "Choose your picture code. With it alone your hello can rest for more than three days.",
        footer = {"", "Example:", "  doorlight hello code --code-file -"})
public final class HelloCode extends NodeCommand {
    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            required = true,
            description = "A file with four to eight pictures, as sun,cup,cup,bird; - reads standard input.")
    private String codeFile = "";

    @Option(
            names = "--before-file",
            paramLabel = "FILE",
            description = "A file with the code you had before, if you had one.")
    private @Nullable String beforeFile;

    @Override
    void ask(LocalApi node) {
        String code = TextSource.choose(null, codeFile, shared().terminal().in());
        String before = beforeFile == null
                ? null
                : TextSource.choose(null, beforeFile, shared().terminal().in());
        JsonObject done =
                node.post("/hello/code", JsonObject.empty().with("code", code).withIfPresent("before", before));
        shared().tellJson(done);
        shared().tell(Words.safe(done.text("words")));
    }
}
