package org.doorlight.cli.street;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doorlight.cli.process.Distribution;

/** The program under {@code strace}, which has system calls on a home's database go wrong: as a disk does, without one. */
final class Strace {
    private static final String FILE = "strace-program";

    private Strace() {}

    /** Why this machine cannot do it; empty if it can. */
    static Optional<String> unavailable() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("strace", "-D", "-f", "--seccomp-bpf", "-q", "-o", "/dev/null", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("strace may not trace here (it needs ptrace and version 5.3 or later)");
        } catch (IOException missing) {
            return Optional.of("strace is not installed: apt-get install -y strace");
        }
    }

    /**
     * The same program, with trouble on this home's database.
     *
     * @param calls system calls, as {@code pwrite64,fsync}
     * @param trouble what strace is to do to them, as {@code error=EIO:when=3+}; calls are counted for each thread, and the store is used on
     *     one
     */
    static Distribution around(Distribution program, Household household, String calls, String trouble)
            throws IOException {
        Path folder =
                Files.createTempDirectory(household.home().toAbsolutePath().getParent(), FILE);
        Path launcher = folder.resolve("doorlight");
        // Quick, as it stops the program at these calls alone; but with it no signal is delivered.
        String quick = trouble.startsWith("signal") ? "" : "--seccomp-bpf ";
        Path database = household.home().resolve("doorlight.db");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec strace -D -f " + quick + "-q -o /dev/null -P '" + database + "' -P '" + database
                        + "-wal' -e trace=" + calls + " -e inject=" + calls + ":" + trouble + " '"
                        + program.folder().resolve("doorlight") + "' \"$@\"\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new Distribution(folder);
    }
}
