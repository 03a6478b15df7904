package org.doorlight.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.cli.client.Refusal;

/**
 * The folder this program was started from: {@code lib/}, {@code native/}, {@code jvm.options}, and {@code doorlight}, which becomes
 * java.
 */
public record Distribution(Path folder) {
    /** The system property in which the launcher says where that folder is. */
    public static final String PROPERTY = "doorlight.distribution";

    /** The one this program runs from. */
    public static Distribution ofThisProgram() {
        String folder = System.getProperty(PROPERTY, "");
        if (folder.isEmpty() || !Files.isExecutable(Path.of(folder, "doorlight"))) {
            throw new Refusal("Node processes start from the assembled program only. Call it as: cli/doorlight");
        }
        return new Distribution(Path.of(folder));
    }

    /** A process of this program, not started yet, with the Java this one runs on. */
    public ProcessBuilder process(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("doorlight").toString());
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().remove("DOORLIGHT_HOME");
        process.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        return process;
    }

    /** Starts it; the caller ends it. */
    static Process start(ProcessBuilder process) {
        try {
            return process.start();
        } catch (IOException cannot) {
            throw new Refusal("No process could be started here. Look at free memory and the disk.", cannot);
        }
    }
}
