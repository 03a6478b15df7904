package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Problem;
import org.doorlight.protocol.core.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every ask has one end: the core's answer, a problem in plain words, or a client that has gone. */
class AnswersTest {
    private Household home;

    @AfterEach
    void closes() {
        home.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400, invalid",
        "NOT_FOUND, 404, not-found",
        "NOT_ALLOWED, 403, not-allowed",
        "CONFLICT, 409, conflict",
        "TIMED_OUT, 504, timed-out",
        "UNAVAILABLE, 503, unavailable",
    })
    void every_kind_of_problem_has_its_document(Problem.Kind kind, int status, String name) throws Exception {
        home = new Household();
        home.refuses(kind, "That does not work. Do this instead.");

        var response = home.get("/api/v1/status");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body())
                .startsWith("{\"type\":\"urn:doorlight:problem:" + name + "\",\"title\":\"")
                .endsWith("\",\"status\":" + status + ",\"detail\":\"That does not work. Do this instead.\"}");
    }

    @Test
    void a_body_that_is_wrong_is_a_problem_too() throws Exception {
        home = new Household();

        var response = home.post("/api/v1/circles", "{\"zone\":\"UTC\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).endsWith("\"detail\":\"\\\"name\\\" is missing.\"}");
        assertThat(home.heard).isEmpty();
    }

    @Test
    void a_silent_core_is_not_waited_for_for_ever() throws Exception {
        home = new Household(new ApiLimits(64, 32, 10_000, 60_000, 100, 15_000));
        home.keepsSilent();

        var response = home.get("/api/v1/status");

        assertThat(response.statusCode()).isEqualTo(503);
        long ticket = ((Input.Asked) home.heardNext()).ticket();
        assertThat(home.heardNext()).isEqualTo(new Input.Unasked(ticket));

        // The answer that comes too late reaches nobody, and the next ask is served as ever.
        home.answer(ticket, new Reply.Done(Examples.status()));
        assertThat(home.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
    }

    @Test
    void who_hangs_up_is_no_longer_asking() throws Exception {
        home = new Household();
        home.keepsSilent();
        Wire wire = home.wire();
        wire.send("POST /api/v1/join HTTP/1.1\r\n" + wire.allowed() + "Content-Length: 14\r\n\r\n{\"code\":\"a-b\"}");
        long ticket = ((Input.Asked) home.heardNext()).ticket();

        wire.close();

        assertThat(home.heardNext()).isEqualTo(new Input.Unasked(ticket));
    }

    @Test
    void whoever_is_answered_does_not_count_as_gone() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            assertThat(wire.get("/api/v1/status").answer().status()).isEqualTo(200);
        }
        home.get("/api/v1/peers");

        assertThat(home.heardNext()).isInstanceOf(Input.Asked.class);
        assertThat(home.heardNext()).isInstanceOf(Input.Asked.class);
        assertThat(home.heard).isEmpty();
    }

    @Test
    void answers_may_come_in_any_order() throws Exception {
        home = new Household();
        home.keepsSilent();
        try (Wire first = home.wire();
                Wire second = home.wire()) {
            first.get("/api/v1/status");
            long one = ((Input.Asked) home.heardNext()).ticket();
            second.get("/api/v1/circle");
            long two = ((Input.Asked) home.heardNext()).ticket();

            home.answer(two, new Reply.Done(Examples.circle()));
            assertThat(second.answer().body()).contains("Elm Street");
            home.answer(one, new Reply.Done(Examples.status()));
            assertThat(first.answer().body()).contains("uptimeMs");
        }
    }

    @Test
    void a_node_that_stops_says_so_to_those_who_wait() throws Exception {
        home = new Household();
        home.keepsSilent();
        try (Wire wire = home.wire()) {
            wire.get("/api/v1/status");
            home.heardNext();

            home.stop();

            var answer = wire.answer();
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).contains("The node is stopping.");
            assertThat(wire.atEnd()).isTrue();
        }
        // The loop may still be talking.
        home.answer(1, new Reply.Done(Examples.status()));
        home.announce(Examples.event(0));
        home.stop();
    }

    @Test
    void a_long_thought_does_not_hold_up_the_others() throws Exception {
        home = new Household();
        home.keepsSilent();
        try (Wire wire = home.wire()) {
            wire.get("/api/v1/status");
            home.heardNext();

            assertThat(home.get("/api/v1/openapi.json").statusCode()).isEqualTo(200);
        }
    }
}
