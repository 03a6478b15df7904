package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Let one of your requests rest for a while. */
@Command(
        name = "pause",
        description = "Let one of your requests rest for a while.",
        footer = {"", "Example:", "  doorlight request pause 3fa85f64"})
public final class RequestPause extends RequestChange {
    @Override
    String step() {
        return "pause";
    }

    @Override
    String done() {
        return "It rests. Whoever had said yes has been thanked and is free.";
    }
}
