package org.doorlight.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.doorlight.cli.client.Json;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.command.Terminal;

/**
 * One command that was run inside the test, and what came of it.
 *
 * @param code the exit code
 */
public record CommandLineRun(int code, String out, String err) {
    /** Runs a command without standard input and environment. */
    public static CommandLineRun of(String... arguments) {
        return with("", Map.of(), arguments);
    }

    /** Runs a command with this standard input and environment. */
    public static CommandLineRun with(String input, Map<String, String> environment, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
        int code = Doorlight.run(terminal, arguments);
        return new CommandLineRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The JSON document on standard output. */
    public Object json() {
        try {
            return Json.read(out);
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /** The JSON object on standard output. */
    public JsonObject object() {
        return (JsonObject) json();
    }
}
