package org.doorlight.node.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.doorlight.protocol.core.Effect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a program of the household's own at each nudge, so that something rings or lights up in the home (HELLO §2). It is given nothing: no
 * argument, no input, no more of the environment than what sounds need. One runs at a time, not for ever, and not too often.
 */
public final class NudgeProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("doorlight");
    private static final String NUDGE = "hello.nudge";
    private static final List<String> HANDED_ON =
            List.of("PATH", "HOME", "LANG", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "PULSE_SERVER");

    private final Optional<Path> program;
    private final Bounds bounds;
    // Nothing queues: a nudge that comes while the last one still rings is that ring.
    private final ExecutorService one;
    private final Deque<Long> started = new ArrayDeque<>();

    /**
     * How much it may do.
     *
     * @param runs a program is ended after so long
     * @param startsAnHour so often at most
     */
    record Bounds(Duration runs, int startsAnHour) {
        static final Bounds USUAL = new Bounds(Duration.ofSeconds(30), 12);
    }

    /** @param program empty if nothing is to be started */
    public NudgeProgram(Optional<Path> program) {
        this(program, Bounds.USUAL);
    }

    NudgeProgram(Optional<Path> program, Bounds bounds) {
        this.program = program;
        this.bounds = bounds;
        this.one = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "doorlight-nudge");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Why this program cannot be started; empty if it can. */
    public static Optional<String> objection(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program)
                ? Optional.empty()
                : Optional.of(
                        "The program for nudges is not a file that can be run. Look at its name, and make it executable: chmod u+x FILE");
    }

    /** To be told of each event; nudges start the program. */
    public void announce(Effect.Announce effect) {
        if (effect.event().type().equals(NUDGE) && program.isPresent()) {
            one.execute(() -> start(program.get()));
        }
    }

    private void start(Path file) {
        if (!mayStart(System.nanoTime())) {
            return;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(file.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().retainAll(HANDED_ON);
            Process process = builder.start();
            process.getOutputStream().close();
            watch(process);
        } catch (IOException notStarted) {
            LOG.info("The program for nudges did not start. Try it by hand, and look whether it can be run.");
        }
    }

    private boolean mayStart(long now) {
        long hour = TimeUnit.HOURS.toNanos(1);
        started.removeIf(at -> now - at > hour);
        if (started.size() >= bounds.startsAnHour()) {
            return false;
        }
        started.add(now);
        return true;
    }

    /** No process is left behind, also when this node stops meanwhile. */
    private void watch(Process process) {
        try {
            if (!process.waitFor(bounds.runs().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info(
                        "The program for nudges took too long and was ended. Let it ring for less than {} s.",
                        bounds.runs().toSeconds());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        one.shutdownNow();
    }
}
