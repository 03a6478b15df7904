package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets hellos rest for some hours. */
@Command(
        name = "snooze",
        description = "Let your hello rest for 1 to 4 hours.",
        footer = {"", "Example:", "  doorlight hello snooze 2"})
public final class HelloSnooze extends NodeCommand {
    @Parameters(paramLabel = "HOURS", description = "1, 2, 3 or 4.")
    private int hours;

    @Override
    void ask(LocalApi node) {
        List<JsonObject> hellos =
                node.postForList("/hello/snooze", JsonObject.empty().with("hours", hours));
        shared().tellJson(hellos);
        HelloText.own(hellos).forEach(shared()::tell);
    }
}
