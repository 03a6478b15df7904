package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.doorlight.cli.CommandLineRun;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.cli.process.Distribution;
import org.doorlight.cli.process.NodePlan;
import org.doorlight.cli.process.NodeProcess;
import org.doorlight.protocol.core.Address;
import org.jspecify.annotations.Nullable;

/** One home: its folder, its node process, and the commands its people type. */
final class Household {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);
    /** Joining takes up to 30 seconds; a node that starts although it was to refuse would run for ever. */
    private static final long COMMAND_SECONDS_MAX = 60;

    private static final Address ANY = new Address("127.0.0.1", 0);

    private final String name;
    private final Path home;
    private final Distribution distribution;
    private List<Address> neighbours = List.of();
    private @Nullable NodeProcess node;

    Household(String name, Path home, Distribution distribution) {
        this.name = name;
        this.home = home;
        this.distribution = distribution;
    }

    Path home() {
        return home;
    }

    NodeProcess node() {
        if (node == null) {
            throw new IllegalStateException(name + "'s node has never run");
        }
        return node;
    }

    /** Starts the node for the first time. */
    void opens(List<Address> peers) {
        neighbours = List.copyOf(peers);
        node = NodeProcess.start(distribution, new NodePlan(home, ANY, ANY, peers, Optional.empty()));
    }

    /** Asks the node to stop. */
    void stops() {
        node().stop();
    }

    /** Ends the node as a power cut would. */
    void losesPower() {
        node().kill();
    }

    /** Starts the node again, where it was. */
    void starts() {
        starts(distribution);
    }

    /** Starts the node again, where it was, as another program. */
    void starts(Distribution program) {
        node = NodeProcess.start(
                program, new NodePlan(home, node().listening(), node().apiAddress(), neighbours, Optional.empty()));
    }

    /** Moves out, whatever the state of the node. */
    void leaves() {
        if (node != null) {
            node.kill();
        }
    }

    /** Its running node's local API. */
    Screen screen() {
        return new Screen(node());
    }

    /** Types a command that is to work, and returns its JSON. */
    CommandLineRun does(String... words) throws IOException, InterruptedException {
        CommandLineRun run = tries(words);
        assertThat(run.err()).as("what %s was told", name).doesNotContain("doorlight:");
        assertThat(run.code()).isZero();
        return run;
    }

    /** Types a command, whatever comes of it. */
    CommandLineRun tries(String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--json", "--home", home.toString()));
        arguments.addAll(List.of(words));
        return run(distribution, arguments);
    }

    /** Runs the assembled program to its end. */
    static CommandLineRun run(Distribution distribution, List<String> arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("doorlight-out", "");
        Path err = Files.createTempFile("doorlight-err", "");
        try {
            Process process = distribution
                    .process(arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(COMMAND_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return new CommandLineRun(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Makes an invitation and returns its code. */
    String invites() throws IOException, InterruptedException {
        return does("invite").object().text("code");
    }

    /** Asks for a hand, with a title that stands on no command line. */
    String asks(String title) throws IOException, InterruptedException {
        return asks(title, "Come in");
    }

    /** Asks for a hand, with door details; returns the request's id. */
    String asks(String title, String door) throws IOException, InterruptedException {
        Path titleFile = Files.createTempFile("doorlight-title", "");
        Path doorFile = Files.createTempFile("doorlight-door", "");
        try {
            Files.writeString(titleFile, title);
            Files.writeString(doorFile, door);
            return does(
                            "request",
                            "add",
                            "--kind",
                            "meal",
                            "--title-file",
                            titleFile.toString(),
                            "--door-file",
                            doorFile.toString(),
                            "--slot",
                            "2027-06-01T18:00/PT1H")
                    .object()
                    .text("id");
        } finally {
            Files.delete(titleFile);
            Files.delete(doorFile);
        }
    }

    /** The titles on this home's board. */
    List<String> board() throws IOException, InterruptedException {
        return ((List<?>) does("request", "list").json())
                .stream().map(request -> ((JsonObject) request).text("title")).toList();
    }

    /** Waits until exactly these titles stand on the board. */
    void eventuallySees(String... titles) {
        await().atMost(ARRIVES_WITHIN)
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertThat(board()).containsExactlyInAnyOrder(titles));
    }

    /** What everybody on this machine can see of the node's process. */
    byte[] arguments() {
        try {
            return Files.readAllBytes(Path.of("/proc", Long.toString(node().pid()), "cmdline"));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
