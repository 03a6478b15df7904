package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestCommandsTest {
    @TempDir
    private Path folder;

    private Path home;
    private ScriptedApi node;

    @BeforeEach
    void a_node_answers() throws IOException {
        home = folder.resolve("home");
        node = new ScriptedApi(home);
    }

    @AfterEach
    void the_node_stops() {
        node.close();
    }

    private CommandLineRun doorlight(String... arguments) {
        return CommandLineRun.with("", Map.of("DOORLIGHT_HOME", home.toString()), arguments);
    }

    @Test
    void a_request_is_sent_as_the_contract_says() {
        node.answers("POST /circles/Lantern%20Street/requests", Sample.REQUEST_JSON);

        CommandLineRun run = doorlight(
                "request",
                "add",
                "--kind",
                "meal",
                "--title",
                "Soup for two",
                "--slot",
                "2026-12-01T18:00/PT1H30Mx2",
                "--slot",
                "2026-12-02T18:00/90m",
                "--rule",
                "Leave it on the step",
                "--door",
                "Ring twice",
                "--to",
                "aa,bb",
                "--circle",
                "Lantern Street",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.object().text("id")).isEqualTo(Sample.ID);
        assertThat(node.asked())
                .containsExactly("POST /circles/Lantern%20Street/requests "
                        + "{\"kind\":\"meal\",\"title\":\"Soup for two\",\"slots\":["
                        + "{\"start\":\"2026-12-01T18:00\",\"duration\":\"PT1H30M\",\"need\":2},"
                        + "{\"start\":\"2026-12-02T18:00\",\"duration\":\"90m\",\"need\":1}],"
                        + "\"rules\":[\"Leave it on the step\"],\"door\":\"Ring twice\",\"to\":[\"aa\",\"bb\"]}");
    }

    @Test
    void private_text_comes_from_a_file_or_standard_input() throws IOException {
        node.answers("POST /requests", Sample.REQUEST_JSON);
        Path door = Files.writeString(folder.resolve("door.txt"), "Schlüssel unter dem Topf\n");

        CommandLineRun run = CommandLineRun.with(
                "Soup für zwei\n",
                Map.of(),
                "--home",
                home.toString(),
                "request",
                "add",
                "--kind",
                "meal",
                "--title-file",
                "-",
                "--door-file",
                door.toString(),
                "--slot",
                "2026-12-01T18:00+01:00/2h");

        assertThat(run.code()).isZero();
        assertThat(node.asked().get(0))
                .contains("\"title\":\"Soup für zwei\"", "\"door\":\"Schlüssel unter dem Topf\"", "\"to\":[]");
        assertThat(run.out()).contains("3fa85f64").doesNotContain(Sample.ID);
    }

    @Test
    void requests_are_listed_for_people_with_names_and_short_ids() {
        node.answers("GET /requests", "[" + Sample.REQUEST_JSON + "]")
                .answers("GET /circles/" + Sample.CIRCLE + "/members", Sample.MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "list");

        assertThat(run.out().lines())
                .containsExactly(
                        "request   title         from  kind  when             state",
                        "3fa85f64  Soup for two  Rosa  meal  Tue 1 Dec 18:00  open");
    }

    @Test
    void requests_are_listed_for_programs_as_an_array_with_whole_ids() {
        node.answers("GET /circles/c1/requests?state=OPEN", "[" + Sample.REQUEST_JSON + "]");

        CommandLineRun run = doorlight("--json", "request", "list", "--circle", "c1", "--state", "OPEN");

        assertThat(run.json()).isInstanceOf(List.class);
        assertThat(run.out().strip()).isEqualTo("[" + Sample.REQUEST_JSON + "]");
    }

    @Test
    void one_request_is_shown_whole() {
        node.answers("GET /requests/3fa8", Sample.REQUEST_JSON)
                .answers("GET /circles/" + Sample.CIRCLE + "/members", Sample.MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "show", "3fa8");

        assertThat(run.out())
                .contains(
                        "Soup for two",
                        "from   Rosa",
                        "Tue 1 Dec 18:00, 1 h 30 min, 2 helpers, open",
                        "rule   Leave it on the step",
                        "door   Ring twice",
                        Sample.ID);
    }

    @Test
    void a_request_is_taken_back() {
        node.answers("POST /requests/3fa8/withdraw", Sample.REQUEST_JSON);

        assertThat(doorlight("request", "withdraw", "3fa8").out()).startsWith("Taken back.");
    }
}
