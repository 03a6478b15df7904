package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Say yes, please to somebody who offered. */
@Command(
        name = "accept",
        description = "Say yes, please to somebody who offered.",
        footer = {"", "Example:", "  doorlight request accept 3fa85f64 e7b04d11"})
public final class RequestAccept extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "COMMITMENT",
            description = "The id of a yes, or its beginning; request show tells it.")
    private String commitment = "";

    @Override
    String step() {
        return "accept";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("commitment", commitment);
    }

    @Override
    String done() {
        return "They have your yes, please, and can read the door details.";
    }
}
