package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A person says what time it is. */
@Command(
        name = "confirm",
        description =
                "Say that the time your box shows is right, or which one is. Neighbours' boxes learn it from yours.",
        footer = {"", "Example:", "  doorlight clock confirm --time 2027-05-04T21:10"})
public final class ClockConfirm extends NodeCommand {
    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "What time it is: local time, or with an offset. Default: the time the box shows is right.")
    private @Nullable String time;

    @Override
    void ask(LocalApi node) {
        JsonObject clock = node.post("/clock/confirm", JsonObject.empty().withIfPresent("time", time));
        shared().tellJson(clock);
        shared().tell(ClockText.of(clock));
    }
}
