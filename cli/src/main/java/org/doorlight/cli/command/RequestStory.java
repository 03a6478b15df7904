package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Give the story behind a request to somebody, by hand. */
@Command(
        name = "story",
        description = "Give the story behind a request to somebody, by hand.",
        footer = {"", "Example:", "  doorlight request story 3fa85f64 a3c1d2e4"})
public final class RequestStory extends RequestChange {
    @Parameters(
            index = "1",
            paramLabel = "MEMBER,…",
            split = ",",
            description = "Who may read it: beginnings of member ids, with commas.")
    private List<String> to = List.of();

    @Override
    String step() {
        return "story";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("to", to);
    }

    @Override
    String done() {
        return "They can read it now.";
    }
}
