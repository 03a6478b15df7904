package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets hellos rest while somebody is away. */
@Command(
        name = "away",
        description = "Let your hello rest until the day you are back. More than three days take your picture code.",
        footer = {"", "Example:", "  doorlight hello away --until 2027-05-04"})
public final class HelloAway extends NodeCommand {
    @Option(
            names = "--until",
            paramLabel = "DATE",
            required = true,
            description = "The first day on which your hello is expected again.")
    private String until = "";

    @Option(
            names = "--code-file",
            paramLabel = "FILE",
            description = "A file with your picture code, as sun,cup,cup,bird; - reads standard input.")
    private @Nullable String codeFile;

    @Override
    void ask(LocalApi node) {
        String code = codeFile == null
                ? null
                : TextSource.choose(null, codeFile, shared().terminal().in());
        List<JsonObject> hellos = node.postForList(
                "/hello/away", JsonObject.empty().with("until", until).withIfPresent("code", code));
        shared().tellJson(hellos);
        HelloText.own(hellos).forEach(shared()::tell);
    }
}
