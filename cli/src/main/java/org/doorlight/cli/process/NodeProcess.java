package org.doorlight.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorlight.cli.client.ApiAccess;
import org.doorlight.cli.client.LocalApi;
import org.doorlight.cli.client.Refusal;
import org.doorlight.protocol.core.Address;

/** One running node process. Whoever started it ends it, and ends no other. */
public final class NodeProcess implements AutoCloseable {
    private static final long READY_SECONDS_MAX = 30;
    /** The contract gives a node 5 seconds to stop; a busy machine gets a little longer before it is cut off. */
    private static final long STOP_SECONDS_MAX = 10;

    private static final Pattern READY = Pattern.compile("ready listen=(\\S+) api=(\\S+)");

    private final Distribution distribution;
    private final NodePlan plan;
    private final Process process;
    private final Address listening;
    private final Address answering;

    private NodeProcess(Distribution distribution, NodePlan plan, Process process, Matcher ready) {
        this.distribution = distribution;
        this.plan = plan;
        this.process = process;
        this.listening = address(ready.group(1));
        this.answering = address(ready.group(2));
    }

    /** Starts a node and waits until it is ready. */
    public static NodeProcess start(Distribution distribution, NodePlan plan) {
        return start(distribution, plan, process -> {});
    }

    /** The process is handed out before it is waited for. */
    static NodeProcess start(Distribution distribution, NodePlan plan, Consumer<Process> onStart) {
        Process process = Distribution.start(distribution
                .process(plan.arguments())
                .redirectError(ProcessBuilder.Redirect.appendTo(plan.log().toFile())));
        onStart.accept(process);
        try {
            return new NodeProcess(distribution, plan, process, awaitReady(process, plan));
        } catch (Refusal notReady) {
            process.destroyForcibly();
            throw notReady;
        }
    }

    private static Matcher awaitReady(Process process, NodePlan plan) {
        String line = firstLine(process);
        Matcher ready = READY.matcher(line);
        if (!ready.matches()) {
            throw new Refusal("A node did not start. It said: " + lastWords(plan.log()));
        }
        return ready;
    }

    private static String firstLine(Process process) {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> readLine(process));
        try {
            return line.get(READY_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException tooSlow) {
            return "";
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String readLine(Process process) {
        try {
            // The stream stays open: closing it would end the process at the next thing it prints.
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }

    /** The last line this node's process wrote to its log. */
    public String lastWords() {
        return lastWords(plan.log());
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
        } catch (IOException unreadable) {
            return "nothing that can be read";
        }
    }

    private static Address address(String text) {
        return Address.parse(text).orElseThrow(() -> new Refusal("A node named no address: " + text));
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code of a node that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when the process has ended, however that came. */
    public CompletableFuture<Process> onEnd() {
        return process.onExit();
    }

    public Path home() {
        return plan.home();
    }

    public Address listening() {
        return listening;
    }

    public Address apiAddress() {
        return answering;
    }

    /** A new client of this node, owned by the caller. */
    public LocalApi api() {
        return ApiAccess.at(plan.home(), answering);
    }

    /** Resident memory in bytes, as the kernel counts it. */
    public long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Asks the node to stop, and waits for it. */
    public void stop() {
        process.destroy();
        awaitEnd(process);
    }

    /** Ends the node at once, as a power cut would end it (kill -9). */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(process);
    }

    /** Starts this node again, after it has ended, with the same home and ports. */
    public NodeProcess startAgain() {
        return startAgain(again -> {});
    }

    NodeProcess startAgain(Consumer<Process> onStart) {
        return start(distribution, plan.at(listening, answering), onStart);
    }

    /** Waits for a process that was asked to stop; cuts it off when that takes too long. */
    static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
