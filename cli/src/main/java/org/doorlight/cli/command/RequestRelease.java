package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Let somebody who offered go, with thanks. */
@Command(
        name = "release",
        description = "Let somebody who offered go, with thanks.",
        footer = {"", "Example:", "  doorlight request release 3fa85f64 e7b04d11"})
public final class RequestRelease extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "COMMITMENT",
            description = "The id of a yes, or its beginning; request show tells it.")
    private String commitment = "";

    @Override
    String step() {
        return "release";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("commitment", commitment);
    }

    @Override
    String done() {
        return "They are free, and thanked.";
    }
}
