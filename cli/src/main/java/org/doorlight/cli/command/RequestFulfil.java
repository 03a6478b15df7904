package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Say that help came from elsewhere. */
@Command(
        name = "fulfil",
        description = "Say that help came from elsewhere.",
        footer = {"", "Example:", "  doorlight request fulfil 3fa85f64"})
public final class RequestFulfil extends RequestChange {
    @Override
    String step() {
        return "fulfil";
    }

    @Override
    String done() {
        return "Good. Whoever had said yes has been thanked and is free.";
    }
}
