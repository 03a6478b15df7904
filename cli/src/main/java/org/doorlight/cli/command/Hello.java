package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says hello; below it everything about hellos. */
@Command(
        name = "hello",
        description = "Say hello. Below it: your plan, whom you look in on, and time away.",
        subcommands = {
            HelloShow.class,
            HelloPlan.class,
            HelloStatus.class,
            HelloSnooze.class,
            HelloAway.class,
            HelloBack.class,
            HelloCode.class,
            HelloDrill.class
        },
        footer = {"", "Example:", "  doorlight hello"})
public final class Hello extends NodeCommand {
    @Option(
            names = "--picture",
            paramLabel = "PICTURE",
            description = "sun, leaf, cup or bird. All of them mean hello. Default: sun.")
    private @Nullable String picture;

    @Override
    void ask(LocalApi node) {
        JsonObject heard = node.post("/hello", JsonObject.empty().withIfPresent("picture", picture));
        shared().tellJson(heard);
        shared().tell(Words.safe(heard.text("words")));
    }
}
