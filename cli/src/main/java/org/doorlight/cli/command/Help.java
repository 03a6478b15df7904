package org.doorlight.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a command. */
@Command(
        name = "help",
        description = "Explain a command.",
        footer = {"", "Example:", "  doorlight help request add"})
public final class Help extends DoorlightCommand {
    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "The command to explain. Without one: all of them.")
    private List<String> path = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine explained = uppermost();
        for (String step : path) {
            CommandLine next = explained.getSubcommands().get(step);
            if (next == null) {
                throw wrongUse("There is no command '" + String.join(" ", path) + "'.");
            }
            explained = next;
        }
        shared().explain(explained);
        return DONE;
    }
}
