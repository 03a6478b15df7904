package org.doorlight.cli.command;

import org.doorlight.cli.client.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** "Our table is full." */
@Command(
        name = "max",
        description = "Our table is full: from this week on at most so many times a week.",
        footer = {"", "Example:", "  doorlight rota max 3fa85f64 3"})
public final class RotaMax extends RotaChange {
    @Parameters(index = "1", paramLabel = "N", description = "How many times a week, from 1 on.")
    private int weeklyMax;

    @Override
    String step() {
        return "weekly-max";
    }

    @Override
    JsonObject body() {
        return JsonObject.empty().with("weeklyMax", weeklyMax);
    }

    @Override
    String done(JsonObject rota) {
        return "From this week on at most " + Words.count(weeklyMax, "time", "times") + " a week.";
    }
}
