package org.doorlight.node.home;

import java.io.IOException;
import java.nio.file.Path;

/** A process that takes the lock of a home, says how it went, and keeps it until its input ends. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws IOException {
        try {
            HomeLock lock = HomeLock.take(Path.of(arguments[0]));
            System.out.println("held");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
            lock.close();
        } catch (HomeFailure refused) {
            System.out.println("refused");
        }
    }
}
