package org.doorlight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.doorlight.cli.process.Distribution;

/** A distribution whose launcher starts {@link PretendNode}. */
final class PretendDistribution {
    private PretendDistribution() {}

    static Distribution in(Path folder) throws IOException {
        Path launcher = Files.writeString(
                folder.resolve("doorlight"),
                "#!/bin/sh\nexec \"$JAVA_HOME/bin/java\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dsun.net.httpserver.nodelay=true -cp '"
                        + System.getProperty("java.class.path") + "' " + PretendNode.class.getName() + " \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new Distribution(folder);
    }
}
