package org.doorlight.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.doorlight.protocol.core.Moment;

/**
 * Whether the system's time service keeps the wall clock right. systemd-timesyncd says so with a file that it writes at each answer of a time
 * server; where there is no such file nothing is said, and neighbours or a person have to say what time it is.
 */
final class TimeService {
    private static final Path SYNCHRONIZED = Path.of("/run/systemd/timesync/synchronized");
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Path file;
    private long lookedAt;
    private boolean looked;

    TimeService() {
        this(SYNCHRONIZED);
    }

    TimeService(Path file) {
        this.file = file;
    }

    /** True when it is time to look again. */
    boolean isDue(Moment now) {
        boolean due = !looked || now.monotonicNanos() - lookedAt >= EVERY_NANOS;
        if (due) {
            looked = true;
            lookedAt = now.monotonicNanos();
        }
        return due;
    }

    /** Whether the file is there. */
    boolean keepsTime() {
        return Files.exists(file);
    }
}
