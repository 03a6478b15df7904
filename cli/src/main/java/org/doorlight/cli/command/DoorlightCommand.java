package org.doorlight.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does something. {@link #call()} returns the exit code. */
public abstract class DoorlightCommand implements Callable<Integer> {
    protected static final int DONE = 0;

    @Spec
    private @Nullable CommandSpec spec;

    /** The options for all commands, which belong to the uppermost one. */
    protected final Shared shared() {
        return (Shared) spec().root().userObject();
    }

    /** A usage error: exit code 2 with this sentence. */
    protected final CommandLine.ParameterException wrongUse(String sentence) {
        return new CommandLine.ParameterException(spec().commandLine(), sentence);
    }

    /** The command above all others. */
    protected final CommandLine uppermost() {
        return spec().root().commandLine();
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return spec;
    }
}
