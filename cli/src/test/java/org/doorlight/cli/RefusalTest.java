package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_home_one_is_offered() {
        CommandLineRun run =
                CommandLineRun.of("status", "--home", folder.resolve("none").toString());

        refusedWith(
                run, "There is no home at " + folder.resolve("none") + ". Make one with: doorlight init --name NAME");
    }

    @Test
    void without_a_node_the_way_to_start_it_is_said() throws IOException {
        refusedWith(
                CommandLineRun.of("status", "--home", folder.toString()),
                "No node is running for this home. Start it with: doorlight run");

        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        Files.writeString(folder.resolve("api-address"), "127.0.0.1:" + nobody);
        Files.writeString(folder.resolve("api-token"), "token");

        refusedWith(
                CommandLineRun.of("status", "--home", folder.toString()),
                "No node is running for this home. Start it with: doorlight run");
    }

    @Test
    void what_the_node_says_is_printed_as_it_is() throws IOException {
        try (ScriptedApi node = new ScriptedApi(folder)) {
            node.refuses(
                    "GET /requests/ffff", 404, "No request begins with ffff. See them with: doorlight request list");

            CommandLineRun run = CommandLineRun.of("request", "show", "ffff", "--home", folder.toString());

            refusedWith(run, "No request begins with ffff. See them with: doorlight request list");
        }
    }

    @Test
    void with_json_a_refusal_still_leaves_one_document() throws IOException {
        try (ScriptedApi node = new ScriptedApi(folder)) {
            node.refuses("POST /join", 409, "That code was used already. Ask for a new one.");

            CommandLineRun run = CommandLineRun.of("--json", "--home", folder.toString(), "join", "CODE");

            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).isEqualTo("{}\n");
        }
    }

    @Test
    void a_token_the_node_does_not_know_is_explained() throws IOException {
        try (ScriptedApi node = new ScriptedApi(folder)) {
            node.answers("GET /status", "{}");
            Files.writeString(folder.resolve("api-token"), "another");

            refusedWith(
                    CommandLineRun.of("status", "--home", folder.toString()),
                    "The node does not know this home's token. Start it again with: doorlight run");
        }
    }

    @Test
    void another_program_on_the_port_is_no_reason_for_a_stack_trace() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            CompletableFuture<Void> talk = CompletableFuture.runAsync(() -> sayGarbage(other));
            Files.writeString(folder.resolve("api-address"), "127.0.0.1:" + other.getLocalPort());
            Files.writeString(folder.resolve("api-token"), "token");

            refusedWith(
                    CommandLineRun.of("status", "--home", folder.toString()),
                    "The node stopped answering. See whether it still runs with: doorlight status");
            talk.join();
        }
    }

    @Test
    void debugging_shows_what_lies_underneath() {
        CommandLineRun run = CommandLineRun.with(
                "",
                Map.of("DOORLIGHT_DEBUG", "1"),
                "status",
                "--home",
                folder.resolve("none").toString());

        assertThat(run.err()).contains("org.doorlight.cli.client.Refusal", "\tat ");
    }

    @Test
    void finding_neighbours_by_itself_is_not_promised() {
        CommandLineRun run = CommandLineRun.of("run", "--discovery", "on", "--home", folder.toString());

        refusedWith(
                run,
                "This version does not find neighbours by itself yet. Leave discovery off and name them with --peer HOST:PORT.");
    }

    @Test
    void a_text_file_that_cannot_be_read_is_named() throws IOException {
        try (ScriptedApi node = new ScriptedApi(folder)) {
            String missing = folder.resolve("missing.txt").toString();

            CommandLineRun run = CommandLineRun.of(
                    "request",
                    "add",
                    "--kind",
                    "meal",
                    "--title-file",
                    missing,
                    "--slot",
                    "2026-12-01T18:00/PT1H",
                    "--home",
                    folder.toString());

            refusedWith(run, "The file " + missing + " is not readable. Look at its name and rights.");
            assertThat(node.asked()).isEmpty();
        }
    }

    private static void refusedWith(CommandLineRun run, String sentence) {
        assertThat(run.err()).isEqualTo("doorlight: " + sentence + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(1);
    }

    private static void sayGarbage(ServerSocket other) {
        try (var caller = other.accept()) {
            caller.getOutputStream().write("SSH-2.0-something\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        }
    }
}
