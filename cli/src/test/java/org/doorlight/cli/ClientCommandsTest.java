package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.doorlight.cli.client.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCommandsTest {
    private static final String CIRCLE = "c1".repeat(32);
    private static final String MEMBER = "aa".repeat(32);
    private static final String ID = "3fa85f64".repeat(8);
    private static final String CIRCLE_JSON = """
            {"id":"%s","name":"Lantern Street","zone":"Europe/Berlin","member":"%s","role":"steward","members":3,"devices":3}\
            """.formatted(CIRCLE, MEMBER);
    private static final String REQUEST_JSON = """
            {"id":"%s","circle":"%s","title":"Soup for two","kind":"meal","state":"OPEN","requester":"%s",\
            "rules":["Leave it on the step"],"door":"Ring twice","slots":[{"id":"01","start":"2026-12-01T18:00+01:00",\
            "duration":"PT1H30M","need":2,"state":"OPEN","holders":[],"standby":[]}]}\
            """.formatted(ID, CIRCLE, MEMBER);
    private static final String MEMBERS_JSON = """
            [{"id":"%s","name":"Rosa","role":"steward","devices":["dd"]}]""".formatted(MEMBER);

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
        node.answers("POST /circles/Lantern%20Street/requests", REQUEST_JSON);

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
        assertThat(run.object().text("id")).isEqualTo(ID);
        assertThat(node.asked())
                .containsExactly("POST /circles/Lantern%20Street/requests "
                        + "{\"kind\":\"meal\",\"title\":\"Soup for two\",\"slots\":["
                        + "{\"start\":\"2026-12-01T18:00\",\"duration\":\"PT1H30M\",\"need\":2},"
                        + "{\"start\":\"2026-12-02T18:00\",\"duration\":\"90m\",\"need\":1}],"
                        + "\"rules\":[\"Leave it on the step\"],\"door\":\"Ring twice\",\"to\":[\"aa\",\"bb\"]}");
    }

    @Test
    void private_text_comes_from_a_file_or_standard_input() throws IOException {
        node.answers("POST /requests", REQUEST_JSON);
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
        assertThat(run.out()).contains("3fa85f64").doesNotContain(ID);
    }

    @Test
    void requests_are_listed_for_people_with_names_and_short_ids() {
        node.answers("GET /requests", "[" + REQUEST_JSON + "]")
                .answers("GET /circles/" + CIRCLE + "/members", MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "list");

        assertThat(run.out().lines())
                .containsExactly(
                        "request   title         from  kind  when             state",
                        "3fa85f64  Soup for two  Rosa  meal  Tue 1 Dec 18:00  open");
    }

    @Test
    void requests_are_listed_for_programs_as_an_array_with_whole_ids() {
        node.answers("GET /circles/c1/requests?state=OPEN", "[" + REQUEST_JSON + "]");

        CommandLineRun run = doorlight("--json", "request", "list", "--circle", "c1", "--state", "OPEN");

        assertThat(run.json()).isInstanceOf(List.class);
        assertThat(run.out().strip()).isEqualTo("[" + REQUEST_JSON + "]");
    }

    @Test
    void one_request_is_shown_whole() {
        node.answers("GET /requests/3fa8", REQUEST_JSON).answers("GET /circles/" + CIRCLE + "/members", MEMBERS_JSON);

        CommandLineRun run = doorlight("request", "show", "3fa8");

        assertThat(run.out())
                .contains(
                        "Soup for two",
                        "from   Rosa",
                        "Tue 1 Dec 18:00, 1 h 30 min, 2 helpers, open",
                        "rule   Leave it on the step",
                        "door   Ring twice",
                        ID);
    }

    @Test
    void a_request_is_taken_back() {
        node.answers("POST /requests/3fa8/withdraw", REQUEST_JSON);

        assertThat(doorlight("request", "withdraw", "3fa8").out()).startsWith("Taken back.");
    }

    @Test
    void circles_and_members_are_shown() {
        node.answers("GET /circles", "[" + CIRCLE_JSON + "]").answers("GET /circle", CIRCLE_JSON);
        node.answers("GET /circles/Lantern%20Street", CIRCLE_JSON).answers("GET /members", MEMBERS_JSON);

        assertThat(doorlight("circle", "list").out()).contains("c1c1c1c1", "Lantern Street", "Europe/Berlin");
        assertThat(doorlight("circle", "show").out()).contains("Lantern Street");
        assertThat(doorlight("circle", "show", "Lantern Street", "--json")
                        .object()
                        .text("id"))
                .isEqualTo(CIRCLE);
        assertThat(doorlight("member", "list").out()).contains("aaaaaaaa", "Rosa", "steward");
    }

    @Test
    void a_circle_is_founded_and_a_neighbour_let_in() {
        node.answers("POST /circles", CIRCLE_JSON).answers("POST /join", CIRCLE_JSON);
        node.answers(
                "POST /invites",
                "{\"code\":\"K7Q2-M9RT\",\"qr\":\"doorlight:…\",\"expiresAt\":\"2026-12-01T18:00+01:00\"}");

        assertThat(doorlight("circle", "create", "Lantern Street", "--zone", "Europe/Berlin")
                        .code())
                .isZero();
        assertThat(doorlight("invite").out()).startsWith("K7Q2-M9RT\n");
        JsonObject joined = doorlight("join", "K7Q2-M9RT", "--peer", "127.0.0.1:7845", "--json")
                .object();

        assertThat(joined.text("name")).isEqualTo("Lantern Street");
        assertThat(node.asked())
                .containsExactly(
                        "POST /circles {\"name\":\"Lantern Street\",\"zone\":\"Europe/Berlin\"}",
                        "POST /invites {\"role\":\"member\"}",
                        "POST /join {\"code\":\"K7Q2-M9RT\",\"peers\":[\"127.0.0.1:7845\"]}");
    }

    @Test
    void status_says_how_the_node_is_and_only_what_needs_a_look() {
        node.answers("GET /status", """
                {"node":{"version":"0.1.0","uptimeMs":5400000,"clock":"SURE"},"network":{"bytesIn":1,"bytesOut":2,"sessions":1},\
                "store":{"envelopes":7,"documents":3,"bytes":81920,"damaged":0},"waitingForKeys":0,"quarantined":0,"refused":2,\
                "circles":[%s]}""".formatted(CIRCLE_JSON));

        assertThat(doorlight("status").out().lines())
                .containsExactly(
                        "The node has been running for 1 h 30 min (version 0.1.0).",
                        "Its clock is sure.",
                        "It hears 1 neighbour.",
                        "It holds 3 documents, 81.9 kB on disk.",
                        "Circle Lantern Street: 3 members; you are steward.",
                        "2 envelopes refused, because they were not what they claimed to be.");
    }

    @Test
    void watch_prints_each_event_on_a_line_until_the_node_stops() {
        node.tells("""
                : a comment

                id: 1
                event: request.changed
                data: {"type":"request.changed",
                data:  "at":1}

                data:{"type":"peer.connected"}

                """);

        CommandLineRun run = doorlight("watch");

        assertThat(run.out().lines())
                .containsExactly("{\"type\":\"request.changed\",\"at\":1}", "{\"type\":\"peer.connected\"}");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("doorlight: The node has stopped. Start it again with: doorlight run\n");
    }

    @Test
    void nobody_near_is_said_kindly() {
        node.answers("GET /peers", "[]").answers("GET /requests", "[]").answers("GET /circles", "[]");

        assertThat(doorlight("peers").out()).startsWith("No neighbour is near right now.");
        assertThat(doorlight("request", "list").out()).startsWith("Nothing is asked right now.");
        assertThat(doorlight("circle", "list", "--json").out()).isEqualTo("[]\n");
    }
}
