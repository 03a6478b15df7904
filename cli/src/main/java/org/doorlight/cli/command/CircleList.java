package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import picocli.CommandLine.Command;

/** Lists the circles this home is in. */
@Command(
        name = "list",
        description = "List the circles you are in.",
        footer = {"", "Example:", "  doorlight circle list"})
public final class CircleList extends NodeCommand {
    @Override
    void ask(LocalApi node) {
        List<JsonObject> circles = node.list("/circles");
        shared().tellJson(circles);
        shared().tell(
                        circles.isEmpty()
                                ? "No circle yet. Start one with: doorlight circle create NAME, or join one with: doorlight join CODE"
                                : Circle.table(circles));
    }
}
