package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Move a slot to another time. By more than two hours, whoever said yes is asked again. */
@Command(
        name = "move",
        description = "Move a slot to another time. By more than two hours, whoever said yes is asked again.",
        footer = {"", "Example:", "  doorlight request move 3fa85f64 51c0a2b4 2026-12-02T18:00"})
public final class RequestMove extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "SLOT",
            description = "The slot's id, or its beginning; request show tells it.")
    private String slot = "";

    @Parameters(
            index = "2",
            paramLabel = "START",
            description = "When it starts now: local time of the circle, or with an offset.")
    private String start = "";

    @Override
    String step() {
        return "move";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("slot", slot).with("start", start);
    }

    @Override
    String done() {
        return "Moved.";
    }
}
