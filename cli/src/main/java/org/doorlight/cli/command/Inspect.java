package org.doorlight.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.client.Refusal;
import org.doorlight.protocol.core.inspect.Inspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Explains a file without trusting it. Needs neither home nor node. */
@Command(
        name = "inspect",
        description = "Explain an envelope, statement, key grant or Automerge file, without trusting it.",
        footer = {"", "Example:", "  doorlight inspect found-on-a-stick.bin"})
public final class Inspect extends DoorlightCommand {
    private static final int REFUSED = 1;

    @Parameters(paramLabel = "FILE", description = "The file to look at.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        Inspection found = Inspection.of(read());
        shared().tellJson(json(found));
        InspectionText.lines(found).forEach(shared()::tell);
        if (found.isAcceptable()) {
            return DONE;
        }
        // Not a refusal of the command, which would owe another document: this one has done its work.
        shared().terminal().err().println("doorlight: " + InspectionText.refusal(found));
        return REFUSED;
    }

    /** One byte more than is looked at, if there is so much; then it is refused for its length. */
    private byte[] read() {
        if (Files.isDirectory(file)) {
            throw new Refusal(name() + " is a folder. Name a file in it.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Inspection.BYTES_MAX + 1);
        } catch (NoSuchFileException missing) {
            throw new Refusal("There is no file " + name() + ". Look at its name.", missing);
        } catch (AccessDeniedException locked) {
            throw new Refusal("The file " + name() + " may not be read by you. Look at its rights.", locked);
        } catch (IOException unreadable) {
            throw new Refusal("The file " + name() + " is not readable.", unreadable);
        }
    }

    private String name() {
        return Words.safe(file.toString());
    }

    private static JsonObject json(Inspection found) {
        JsonObject json = JsonObject.empty()
                .with("kind", found.kind().word())
                .with("verdict", InspectionText.verdict(found))
                .with("reason", found.refused().map(Inspection.Refused::reason).orElse(null))
                .with("detail", found.detail());
        for (Inspection.Fact fact : found.facts()) {
            json = json.with(fact.name(), fact.value());
        }
        return found.parts().isEmpty()
                ? json
                : json.with("chunks", found.parts().stream().map(Inspect::json).toList());
    }
}
