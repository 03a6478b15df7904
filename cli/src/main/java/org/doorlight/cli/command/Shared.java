package org.doorlight.cli.command;

import java.nio.file.Path;
import org.doorlight.cli.client.ApiAccess;
import org.doorlight.cli.client.Json;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.LocalApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What holds for all commands: the options that may stand before or after each of them, and where its words go. */
public abstract class Shared {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            order = 100,
            description = "The home's folder. Default: $DOORLIGHT_HOME, else ~/.doorlight.")
    private @Nullable Path home;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            order = 101,
            description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 102,
            description = "Explain the command.")
    private boolean helpWanted;

    @Option(
            names = "--version",
            versionHelp = true,
            scope = ScopeType.INHERIT,
            order = 103,
            description = "Print the version.")
    private boolean versionWanted;

    private final Terminal terminal;

    protected Shared(Terminal terminal) {
        this.terminal = terminal;
    }

    public final Terminal terminal() {
        return terminal;
    }

    public final boolean json() {
        return json;
    }

    /** The home this command is about. */
    public final Path home() {
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        String named = terminal.environment().getOrDefault("DOORLIGHT_HOME", "");
        Path folder = named.isEmpty() ? Path.of(System.getProperty("user.home"), ".doorlight") : Path.of(named);
        return folder.toAbsolutePath().normalize();
    }

    /** The node of this home. */
    public final LocalApi node() {
        return ApiAccess.to(home());
    }

    /** Whether an explanation is wanted and not the deed. */
    public final boolean helpWanted() {
        return helpWanted;
    }

    public final boolean versionWanted() {
        return versionWanted;
    }

    /** Prints what a command does and takes. */
    public final void explain(CommandLine command) {
        String text = command.getUsageMessage().stripTrailing();
        tell(text);
        tellJson(JsonObject.empty().with("help", text));
    }

    /** One line for people. Says nothing when a program listens. */
    public final void tell(String line) {
        if (!json) {
            printLine(line);
        }
    }

    /** One line of JSON. Says nothing when a person listens. */
    public final void tellJson(Object document) {
        if (json) {
            printLine(Json.write(document));
        }
    }

    /** One line, whoever listens; it leaves at once. */
    public final void printLine(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
