package org.doorlight.cli.command;

import java.io.IOException;
import org.doorlight.cli.client.EventStream;
import org.doorlight.cli.client.Json;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import picocli.CommandLine.Command;

/** Prints what happens, as it happens. */
@Command(
        name = "watch",
        description = "Print what happens as it happens, one JSON object on a line.",
        footer = {"", "Example:", "  doorlight watch"})
public final class Watch extends NodeCommand {
    private static final String ENDED = "The node has stopped. Start it again with: doorlight run";

    @Override
    void ask(LocalApi node) {
        try (EventStream events = node.events()) {
            for (JsonObject event = events.next(); event != null; event = events.next()) {
                shared().printLine(Json.write(event));
                if (shared().terminal().out().checkError()) {
                    return; // Whoever was reading has gone.
                }
            }
        } catch (IOException broken) {
            throw new Refusal(ENDED, broken);
        }
        throw new Refusal(ENDED);
    }
}
