package org.doorlight.cli.street;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.doorlight.cli.process.Distribution;

/** The assembled program, whose nodes wait a fraction of the time in what concerns hellos (TESTING). */
final class QuickProgram {
    private QuickProgram() {}

    /** A launcher in this folder that makes nodes so many times as quick. */
    static Distribution in(Path folder, Distribution whole, long times) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("doorlight"),
                "#!/bin/sh\nif [ \"$1\" = run ]; then export JAVA_TOOL_OPTIONS=-Ddoorlight.test.hello-times=" + times
                        + "; fi\nexec '" + whole.folder().resolve("doorlight") + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new Distribution(folder);
    }
}
