package org.doorlight.node.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a home. The operating system holds it on the file {@code lock} and takes it back when the process ends, however it
 * ends; the file itself stays and means nothing.
 */
public final class HomeLock implements AutoCloseable {
    /** The name of the file in the home. */
    static final String FILE = "lock";

    // Closing any descriptor of a file gives up all locks the process has on it (POSIX fcntl). A second try in the same
    // process
    // must therefore be refused before it opens the file, or its failure would unlock the first.
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /**
     * Takes the lock of a home, without waiting.
     *
     * @param folder an existing folder
     * @throws HomeFailure if a process has it, this one included, or the folder cannot be written
     */
    public static HomeLock take(Path folder) {
        Path home = real(folder);
        if (!HELD_HERE.add(home)) {
            throw taken(folder);
        }
        boolean held = false;
        try {
            HomeLock lock = new HomeLock(home, lockedChannel(folder, home));
            held = true;
            return lock;
        } finally {
            if (!held) {
                HELD_HERE.remove(home);
            }
        }
    }

    /** Gives the home free for the next process. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw HomeFailure.unwritable(home, failure);
        } finally {
            HELD_HERE.remove(home);
        }
    }

    private static FileChannel lockedChannel(Path folder, Path home) {
        try {
            FileChannel channel = FileChannel.open(
                    home.resolve(FILE),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    PrivateFiles.ownerOnly());
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw taken(folder);
            }
            return channel;
        } catch (IOException failure) {
            throw HomeFailure.unwritable(folder, failure);
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException failure) {
            throw HomeFailure.unwritable(folder, failure);
        }
    }

    private static HomeFailure taken(Path folder) {
        return new HomeFailure("Doorlight is already running with the home in " + folder
                + ". Stop it first, or name another folder with --home.");
    }
}
