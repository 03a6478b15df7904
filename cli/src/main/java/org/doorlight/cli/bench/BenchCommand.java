package org.doorlight.cli.bench;

import java.io.IOException;
import java.nio.file.Path;
import org.doorlight.cli.client.Json;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.command.DoorlightCommand;
import org.doorlight.cli.process.Distribution;
import org.doorlight.cli.process.ThrowAwayStreet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One workload: a street of throw-away homes, something done to it, and one line with the figures. */
abstract class BenchCommand extends DoorlightCommand {
    @Option(
            names = "--in",
            paramLabel = "FOLDER",
            description = "Where the throw-away homes lie; its disk is measured. Default: the temporary folder.")
    private @Nullable Path place;

    @Override
    public final Integer call() throws IOException {
        checkUse();
        Path folder = place == null ? ThrowAwayStreet.usualPlace() : place;
        try (ThrowAwayStreet street = ThrowAwayStreet.in(folder, Distribution.ofThisProgram())) {
            shared().printLine(Json.write(measure(street)));
        }
        return DONE;
    }

    /** Finds what is wrong with the command itself; says it with {@link #wrongUse}. */
    void checkUse() {}

    /** Does the work and returns the figures. */
    abstract JsonObject measure(ThrowAwayStreet street) throws IOException;
}
