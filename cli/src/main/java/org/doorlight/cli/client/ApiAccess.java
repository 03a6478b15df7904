package org.doorlight.cli.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.doorlight.protocol.core.Address;

/** Finds the way from a home's folder to the node that runs there: {@code api-address} and {@code api-token}. */
public final class ApiAccess {
    static final String NO_NODE = "No node is running for this home. Start it with: doorlight run";

    private ApiAccess() {}

    /** A client for the node of this home. It connects when it is first used. */
    public static LocalApi to(Path home) {
        if (!Files.isDirectory(home)) {
            throw new Refusal("There is no home at " + home + ". Make one with: doorlight init --name NAME");
        }
        String address = line(home.resolve("api-address"));
        return at(
                home,
                Address.parse(address)
                        .orElseThrow(() -> new Refusal(
                                "This home's api-address is not readable. Start the node again with: doorlight run")));
    }

    /** A client for the node of this home, which is known to answer here. */
    public static LocalApi at(Path home, Address address) {
        return new LocalApi(address, line(home.resolve("api-token")));
    }

    private static String line(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (NoSuchFileException notStarted) {
            throw new Refusal(NO_NODE, notStarted);
        } catch (AccessDeniedException others) {
            throw new Refusal(
                    "This home belongs to someone else: " + file.getFileName() + " is not yours to read.", others);
        } catch (IOException unreadable) {
            throw new Refusal(
                    "This home's " + file.getFileName()
                            + " is not readable. Look at the disk, then start: doorlight run",
                    unreadable);
        }
    }
}
