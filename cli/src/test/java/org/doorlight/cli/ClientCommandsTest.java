package org.doorlight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorlight.cli.client.JsonObject;
import org.junit.jupiter.api.Test;

class ClientCommandsTest extends AtHome {
    @Test
    void circles_and_members_are_shown() {
        node.answers("GET /circles", "[" + Sample.CIRCLE_JSON + "]").answers("GET /circle", Sample.CIRCLE_JSON);
        node.answers("GET /circles/Lantern%20Street", Sample.CIRCLE_JSON).answers("GET /members", Sample.MEMBERS_JSON);

        assertThat(doorlight("circle", "list").out()).contains("c1c1c1c1", "Lantern Street", "Europe/Berlin");
        assertThat(doorlight("circle", "show").out()).contains("Lantern Street");
        assertThat(doorlight("circle", "show", "Lantern Street", "--json")
                        .object()
                        .text("id"))
                .isEqualTo(Sample.CIRCLE);
        assertThat(doorlight("member", "list").out()).contains("aaaaaaaa", "Rosa", "steward");
    }

    @Test
    void a_circle_is_founded_and_a_neighbour_let_in() {
        node.answers("POST /circles", Sample.CIRCLE_JSON).answers("POST /join", Sample.CIRCLE_JSON);
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
                "store":{"envelopes":7,"documents":3,"bytes":81920,"damaged":0,"missing":0,"state":"WRITABLE"},"waitingForKeys":0,"quarantined":0,"refused":2,"renewed":1,\
                "circles":[%s]}""".formatted(Sample.CIRCLE_JSON));

        assertThat(doorlight("status").out().lines())
                .containsExactly(
                        "The node has been running for 1 h 30 min (version 0.1.0).",
                        "Its clock is sure.",
                        "It hears 1 neighbour.",
                        "It holds 3 documents, 81.9 kB on disk.",
                        "Circle Lantern Street: 3 members; you are steward.",
                        "2 envelopes refused, because they were not what they claimed to be.",
                        "This home was put back from an older copy, or copied, and has taken new keys in 1 circle. Nothing needs to be done.");
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
