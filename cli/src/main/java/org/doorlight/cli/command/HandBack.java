package org.doorlight.cli.command;

import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Hands a yes back. */
@Command(
        name = "handback",
        description = "Hand a yes back, at any time and without a reason.",
        footer = {"", "Example:", "  doorlight handback e7b04d11"})
public final class HandBack extends CommitmentWord {
    @Parameters(paramLabel = "COMMITMENT", description = "The id of your yes, or its beginning.")
    private String commitment = "";

    @Override
    String step() {
        return "handback";
    }

    @Override
    String commitment(LocalApi node) {
        return commitment;
    }
}
