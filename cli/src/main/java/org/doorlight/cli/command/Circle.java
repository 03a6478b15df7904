package org.doorlight.cli.command;

import java.util.List;
import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;

/** Circles: the groups of members that share documents. */
@Command(
        name = "circle",
        description = "Start a circle, or see the ones you are in.",
        subcommands = {CircleCreate.class, CircleList.class, CircleShow.class, CircleHeat.class},
        footer = {"", "Example:", "  doorlight circle create \"Lantern Street\""})
public final class Circle {
    static String table(List<JsonObject> circles) {
        Table table = new Table("circle", "name", "members", "you are", "time zone");
        circles.forEach(circle -> table.row(
                Words.shortId(circle.text("id")),
                circle.text("name"),
                circle.text("members"),
                circle.text("role"),
                circle.text("zone")));
        return table.toString();
    }
}
