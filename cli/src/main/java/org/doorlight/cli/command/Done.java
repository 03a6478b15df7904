package org.doorlight.cli.command;

import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says that it is done. */
@Command(
        name = "done",
        description = "Say that it is done.",
        footer = {"", "Example:", "  doorlight done e7b04d11"})
public final class Done extends CommitmentWord {
    @Parameters(paramLabel = "COMMITMENT", description = "The id of your yes, or its beginning.")
    private String commitment = "";

    @Override
    String step() {
        return "done";
    }

    @Override
    String commitment(LocalApi node) {
        return commitment;
    }
}
