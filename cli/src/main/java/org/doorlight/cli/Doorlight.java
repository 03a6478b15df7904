package org.doorlight.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.doorlight.cli.bench.Bench;
import org.doorlight.cli.command.Capacity;
import org.doorlight.cli.command.Circle;
import org.doorlight.cli.command.Clock;
import org.doorlight.cli.command.Commitments;
import org.doorlight.cli.command.Decline;
import org.doorlight.cli.command.Demo;
import org.doorlight.cli.command.Done;
import org.doorlight.cli.command.Episode;
import org.doorlight.cli.command.HandBack;
import org.doorlight.cli.command.Hello;
import org.doorlight.cli.command.Help;
import org.doorlight.cli.command.Init;
import org.doorlight.cli.command.Inspect;
import org.doorlight.cli.command.Invitations;
import org.doorlight.cli.command.Invite;
import org.doorlight.cli.command.Join;
import org.doorlight.cli.command.Member;
import org.doorlight.cli.command.Offer;
import org.doorlight.cli.command.OnMyWay;
import org.doorlight.cli.command.Peers;
import org.doorlight.cli.command.Request;
import org.doorlight.cli.command.RollCall;
import org.doorlight.cli.command.Rota;
import org.doorlight.cli.command.Run;
import org.doorlight.cli.command.Shared;
import org.doorlight.cli.command.Status;
import org.doorlight.cli.command.Talk;
import org.doorlight.cli.command.Terminal;
import org.doorlight.cli.command.Watch;
import org.doorlight.cli.simulate.Simulate;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The uppermost command, and where the program begins. */
@Command(
        name = "doorlight",
        description = "A neighbourhood network without a server: care shared between the homes of a street.",
        subcommands = {
            Init.class,
            Run.class,
            Demo.class,
            Status.class,
            Circle.class,
            Invite.class,
            Join.class,
            Member.class,
            Request.class,
            Offer.class,
            HandBack.class,
            OnMyWay.class,
            Done.class,
            Talk.class,
            Commitments.class,
            Invitations.class,
            Decline.class,
            Capacity.class,
            Rota.class,
            Hello.class,
            Episode.class,
            RollCall.class,
            Clock.class,
            Peers.class,
            Watch.class,
            Inspect.class,
            Simulate.class,
            Bench.class,
            Help.class
        },
        footer = {
            "",
            "Example:",
            "  doorlight demo",
            "",
            "It ends with 0 when it is done, 1 when it is not, 2 when the command is not right."
        })
public final class Doorlight extends Shared {
    private Doorlight(Terminal terminal) {
        super(terminal);
    }

    /** Starts the program; ends it with the exit code. */
    public static void main(String[] arguments) {
        // UTF-8 whatever the locale says: JSON is UTF-8, and names are not ASCII.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(System.in, out, err, System.getenv());
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> Endings.bug(bug, terminal));
        System.exit(run(terminal, arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    /** The tree of all commands. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine commands = new CommandLine(new Doorlight(terminal));
        Endings endings = new Endings(terminal);
        keepOrderOfOptions(commands);
        return commands.setUsageHelpWidth(100)
                .setExecutionStrategy(Endings::explainOrRun)
                .setParameterExceptionHandler(endings)
                .setExecutionExceptionHandler(endings);
    }

    /** A command's own options stand first, in the order of their declaration; those for all commands follow. */
    private static void keepOrderOfOptions(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false);
        command.getSubcommands().values().forEach(Doorlight::keepOrderOfOptions);
    }
}
