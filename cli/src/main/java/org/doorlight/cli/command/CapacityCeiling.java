package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Sets the effort in any 28 days. */
@Command(
        name = "ceiling",
        description = "Set how much you carry at most in any four weeks; raising it takes a day.",
        footer = {"", "Example:", "  doorlight capacity ceiling 6"})
public final class CapacityCeiling extends NodeCommand {
    @Parameters(index = "0", paramLabel = "N", description = "0 to 100; a supper is 2, a night 4. At first it is 8.")
    private int effort;

    @Override
    void ask(LocalApi node) {
        JsonObject capacity = node.post("/capacity/ceiling", JsonObject.empty().with("effort", effort));
        shared().tellJson(capacity);
        shared().tell(CapacityText.of(capacity));
    }
}
