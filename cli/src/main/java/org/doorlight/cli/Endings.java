package org.doorlight.cli;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.Refusal;
import org.doorlight.cli.command.Shared;
import org.doorlight.cli.command.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** How a command ends when it does not simply end: one line on standard error and an exit code, never a stack trace. */
final class Endings implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Pattern NO_NUMBER =
            Pattern.compile("Invalid value for .*?: ('.*') is not an? (?:int|long|double)", Pattern.DOTALL);

    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    /** They print as they go, one object on a line, so that they owe no document when they end early. */
    private static final List<String> TALKING_COMMANDS = List.of("watch", "simulate", "bench");

    private final Terminal terminal;

    Endings(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Help and version come before the deed, wherever on the line they stand. */
    static int explainOrRun(ParseResult parsed) {
        Shared shared = (Shared) parsed.commandSpec().userObject();
        if (shared.helpWanted()) {
            List<CommandLine> path = parsed.asCommandLineList();
            shared.explain(path.get(path.size() - 1));
            return 0;
        }
        if (shared.versionWanted()) {
            shared.tell("doorlight " + version());
            shared.tellJson(JsonObject.empty().with("version", version()));
            return 0;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static String version() {
        String version = Doorlight.class.getPackage().getImplementationVersion();
        return version == null ? "(built from a working copy)" : version;
    }

    @Override
    public int handleParseException(ParameterException wrongUse, String[] arguments) {
        CommandLine command = wrongUse.getCommandLine();
        say(asSentence(oneLine(plain(String.valueOf(wrongUse.getMessage())))) + " See: "
                + command.getCommandSpec().qualifiedName() + " --help");
        owe(List.of(arguments));
        trace(wrongUse, terminal);
        return WRONG_USE;
    }

    /** The parser speaks of types and positions where somebody has typed a word for a number. */
    private static String plain(String message) {
        Matcher noNumber = NO_NUMBER.matcher(message);
        return noNumber.matches() ? "Type a number in place of " + noNumber.group(1) + "." : message;
    }

    @Override
    public int handleExecutionException(Exception ending, CommandLine command, ParseResult parsed) {
        if (ending instanceof Refusal refusal) {
            say(oneLine(refusal.sentence()));
            trace(ending, terminal);
        } else {
            bug(ending, terminal);
        }
        owe(parsed.originalArgs());
        return REFUSED;
    }

    /** What only a mistake in the program may cause. */
    static void bug(Throwable bug, Terminal terminal) {
        terminal.err()
                .println("doorlight: Something went wrong inside ("
                        + bug.getClass().getSimpleName()
                        + "). Run it again with DOORLIGHT_DEBUG=1 and tell us what it says.");
        trace(bug, terminal);
    }

    private static void trace(Throwable ending, Terminal terminal) {
        if (terminal.debugging()) {
            ending.printStackTrace(terminal.err());
        }
    }

    private void say(String sentence) {
        terminal.err().println("doorlight: " + sentence);
    }

    /** Whoever asked for one JSON document gets one, also now. */
    private void owe(List<String> arguments) {
        if (arguments.contains("--json") && arguments.stream().noneMatch(TALKING_COMMANDS::contains)) {
            terminal.out().println("{}");
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String asSentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
