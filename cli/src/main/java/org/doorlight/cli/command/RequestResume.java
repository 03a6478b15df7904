package org.doorlight.cli.command;

import picocli.CommandLine.Command;

/** Ask again after a pause; everybody is asked anew. */
@Command(
        name = "resume",
        description = "Ask again after a pause; everybody is asked anew.",
        footer = {"", "Example:", "  doorlight request resume 3fa85f64"})
public final class RequestResume extends RequestChange {
    @Override
    String step() {
        return "resume";
    }

    @Override
    String done() {
        return "It is asked again, and everybody anew.";
    }
}
