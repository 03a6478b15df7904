package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says how much room there is. */
@Command(
        name = "set",
        description = "Say how much room you have; with not-now, rest or away, what lies ahead goes back.",
        footer = {"", "Example:", "  doorlight capacity set away --until 2027-05-04"})
public final class CapacitySet extends NodeCommand {
    @Parameters(index = "0", paramLabel = "ROOM", description = "room, a-little, not-now, rest or away.")
    private String room = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "From this day on there is room again, as 2027-05-04. Without it: until you say so.")
    private @Nullable String until;

    @Override
    void ask(LocalApi node) {
        JsonObject capacity =
                node.post("/capacity", JsonObject.empty().with("room", room).withIfPresent("until", until));
        shared().tellJson(capacity);
        shared().tell(CapacityText.of(capacity));
    }
}
