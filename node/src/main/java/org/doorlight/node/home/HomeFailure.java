package org.doorlight.node.home;

import java.io.IOException;
import java.nio.file.Path;

/** The home cannot be used as asked. Its message is one plain line for people: what is wrong, and what to do next. */
public final class HomeFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HomeFailure(String line) {
        super(line);
    }

    HomeFailure(String line, Throwable cause) {
        super(line, cause);
    }

    static HomeFailure noHome(Path folder) {
        return new HomeFailure("There is no home in " + folder + ". Make one with: doorlight init --name NAME");
    }

    static HomeFailure unwritable(Path folder, IOException cause) {
        return new HomeFailure(
                "The folder " + folder + " cannot be written. Check that it belongs to you and that its disk has room.",
                cause);
    }

    static HomeFailure unreadable(Path file, IOException cause) {
        return new HomeFailure(
                "The file " + file + " cannot be read. Check that it is there and belongs to you.", cause);
    }
}
