package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Give a slot more time at its end; nobody is asked again. */
@Command(
        name = "more-time",
        description = "Give a slot more time at its end; nobody is asked again.",
        footer = {"", "Example:", "  doorlight request more-time 3fa85f64 51c0a2b4 30m"})
public final class RequestMoreTime extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "SLOT",
            description = "The slot's id, or its beginning; request show tells it.")
    private String slot = "";

    @Parameters(index = "2", paramLabel = "DURATION", description = "How much longer, as 30m or PT1H.")
    private String duration = "";

    @Override
    String step() {
        return "more-time";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("slot", slot).with("duration", duration);
    }

    @Override
    String done() {
        return "There is more time now.";
    }
}
