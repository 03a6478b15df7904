package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Stops looking in on somebody. */
@Command(
        name = "leave",
        description = "Stop looking in on somebody, at once and without a reason.",
        footer = {"", "Example:", "  doorlight hello plan leave 3fa85f64"})
public final class HelloPlanLeave extends BuddyWord {
    @Override
    String step() {
        return "leave";
    }

    @Override
    String done() {
        return "You look in on them no more. Thank you for having been there.";
    }
}
