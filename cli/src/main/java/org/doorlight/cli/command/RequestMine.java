package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says: I'm doing this myself. */
@Command(
        name = "mine",
        description = "Do a slot yourself after all; nobody is needed for it any more.",
        footer = {"", "Example:", "  doorlight request mine 3fa85f64 51c0a2b4"})
public final class RequestMine extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "SLOT",
            description = "The slot's id, or its beginning; request show tells it.")
    private String slot = "";

    @Override
    String step() {
        return "mine";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("slot", slot);
    }

    @Override
    String done() {
        return "It is yours now. Whoever had said yes has been thanked and is free.";
    }
}
