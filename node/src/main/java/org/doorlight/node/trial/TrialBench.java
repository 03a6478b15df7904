package org.doorlight.node.trial;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;

/** Holds trials, one after the other, each in a fresh Java process; answers each {@link Effect.Try} with one {@link Input.Tried}. */
public final class TrialBench implements AutoCloseable {
    private static final int SECONDS_MAX = 60;
    // 128 and the number of SIGABRT: how a process ends whose native code gave up.
    private static final int ABORTED = 134;
    private static final List<String> HANDED_ON = List.of("java.library.path", "org.sqlite.lib.path");

    private final Consumer<Input> inbox;
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "doorlight-trial");
        thread.setDaemon(true);
        return thread;
    });

    public TrialBench(Consumer<Input> inbox) {
        this.inbox = inbox;
    }

    /** Begins a trial; the answer comes later, from another thread. */
    public void attempt(Effect.Try effect) {
        one.execute(() -> inbox.accept(new Input.Tried(effect.circle(), effect.document(), aborts(effect.changes()))));
    }

    /**
     * True if native code does not come through these changes: it aborts, throws, hangs, or ends elsewhere than they lead; each would stop
     * the node. What cannot be tried, or is cut off, says nothing and counts as harmless: both doors let it through.
     */
    static boolean aborts(List<byte[]> changes) {
        if (changes.isEmpty()) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(command())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            hand(changes, process);
            return failed(process);
        } catch (IOException cannotTry) {
            return false;
        }
    }

    /** Waits for a trial's verdict. No process is left behind, also when this node stops meanwhile. */
    static boolean failed(Process process) {
        try {
            boolean ended = process.waitFor(SECONDS_MAX, TimeUnit.SECONDS);
            return !ended || process.exitValue() == ABORTED || process.exitValue() == TrialMain.FAILED;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static void hand(List<byte[]> changes, Process process) {
        try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
            out.writeInt(changes.size());
            for (byte[] change : changes) {
                out.writeInt(change.length);
                out.write(change);
            }
        } catch (IOException goneAlready) {
            // It may abort while it is still being handed changes; its exit value tells.
            return;
        }
    }

    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx128m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:-CreateCoredumpOnCrash");
        for (String property : HANDED_ON) {
            String value = System.getProperty(property);
            if (value != null) {
                command.add("-D" + property + "=" + value);
            }
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(TrialMain.class.getName());
        return command;
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
