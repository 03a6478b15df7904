package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections are kept while they are good, and bounded in number, size and time. */
class ConnectionTest {
    private Household home;

    @AfterEach
    void closes() {
        home.close();
    }

    @Test
    void one_connection_serves_many_requests() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            for (int i = 0; i < 3; i++) {
                assertThat(wire.get("/api/v1/status").answer().status()).isEqualTo(200);
                assertThat(wire.get("/nothing").answer().status()).isEqualTo(404);
                assertThat(wire.get("/api/v1/openapi.json").answer().status()).isEqualTo(200);
            }
        }
    }

    @Test
    void it_ends_when_the_client_wants_it_to() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            var answer = wire.get("/api/v1/status", "Connection: close").answer();

            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(wire.atEnd()).isTrue();
        }
    }

    @Test
    void who_does_not_wait_for_an_answer_gets_that_one_and_no_more() throws Exception {
        home = new Household();
        home.keepsSilent();
        try (Wire wire = home.wire()) {
            wire.get("/api/v1/status");
            long ticket = ((Input.Asked) home.heardNext()).ticket();
            // Two halves, so that the second is surely read before the answer is given.
            wire.get("/api/v1/peers").get("/api/v1/circles");
            home.get("/api/v1/openapi.json");

            home.answer(ticket, new Reply.Done(Examples.status()));

            var answer = wire.answer();
            assertThat(answer.body()).contains("uptimeMs");
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(wire.atEnd()).isTrue();
            assertThat(home.heard).isEmpty();
        }
    }

    @Test
    void a_large_body_is_refused_before_it_is_read() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            wire.send("POST /api/v1/circles HTTP/1.1\r\n" + wire.allowed() + "Content-Length: 65537\r\n\r\n{");

            var answer = wire.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(answer.body()).contains("64 KiB");
        }
    }

    @Test
    void a_body_of_unknown_size_is_refused_when_it_grows_too_large() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            wire.send("POST /api/v1/circles HTTP/1.1\r\n" + wire.allowed() + "Transfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
            wire.send(chunk.repeat(17));

            assertThat(wire.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void the_largest_body_is_read_whole_however_it_comes() throws Exception {
        home = new Household();
        home.answers(Examples.circle());
        String body = "{\"name\":\"Elm\"" + " ".repeat(65_536 - 14) + "}";

        assertThat(home.post("/api/v1/circles", body).statusCode()).isEqualTo(201);
        try (Wire wire = home.wire()) {
            wire.send("POST /api/v1/circles HTTP/1.1\r\n" + wire.allowed() + "Transfer-Encoding: chunked\r\n"
                    + "Expect: 100-continue\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(100);
            wire.send("1\r\n{\r\nc\r\n\"name\":\"Elm\"\r\n1\r\n}\r\n0\r\n\r\n");
            assertThat(wire.answer().status()).isEqualTo(201);
        }
    }

    @Test
    void large_headers_and_long_lines_are_refused() throws Exception {
        home = new Household();
        try (Wire wire = home.wire()) {
            assertThat(wire.get("/api/v1/status", "X: " + "y".repeat(9_000))
                            .answer()
                            .status())
                    .isEqualTo(431);
        }
        try (Wire wire = home.wire()) {
            assertThat(wire.get("/" + "y".repeat(5_000)).answer().status()).isEqualTo(414);
        }
    }

    @Test
    void what_is_not_http_is_refused_politely() throws Exception {
        home = new Household();
        for (String garbage : List.of("hello\r\n\r\n", "GET /api/v1/status\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n")) {
            try (Wire wire = home.wire()) {
                var answer = wire.send(garbage).answer();
                assertThat(answer.status()).as(garbage).isEqualTo(400);
                assertThat(wire.atEnd()).isTrue();
            }
        }
        try (Wire wire = home.wire()) {
            var answer = wire.get("http://evil.example/api/v1/status").answer();
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Test
    void a_client_that_drips_is_hung_up_on() throws Exception {
        home = new Household(new ApiLimits(64, 32, 300, 60_000, 60_000, 15_000));
        try (Wire wire = home.wire()) {
            assertThat(wire.send("GET /api/v1/status HTTP/1.1\r\nHo").atEnd()).isTrue();
        }
        try (Wire wire = home.wire()) {
            wire.send("POST /api/v1/circles HTTP/1.1\r\n" + wire.allowed() + "Content-Length: 5\r\n\r\n{");
            assertThat(wire.atEnd()).isTrue();
        }
        try (Wire silent = home.wire()) {
            assertThat(silent.atEnd()).isTrue();
        }
    }

    @Test
    void a_client_that_rests_too_long_is_hung_up_on() throws Exception {
        home = new Household(new ApiLimits(64, 32, 10_000, 200, 60_000, 15_000));
        try (Wire wire = home.wire()) {
            assertThat(wire.get("/api/v1/status").answer().status()).isEqualTo(200);
            assertThat(wire.atEnd()).isTrue();
        }
    }

    @Test
    void there_are_only_so_many_connections() throws Exception {
        home = new Household(new ApiLimits(3, 32, 10_000, 60_000, 60_000, 15_000));
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Wire wire = home.wire();
            assertThat(wire.get("/api/v1/status").answer().status()).isEqualTo(200);
            wires.add(wire);
        }

        try (Wire oneTooMany = home.wire()) {
            assertThat(oneTooMany.atEnd()).isTrue();
        }

        // The others are not disturbed, and a place that is given back can be taken.
        assertThat(wires.get(1).get("/api/v1/status").answer().status()).isEqualTo(200);
        wires.get(1).get("/api/v1/status", "Connection: close").answer();
        assertThat(wires.get(1).atEnd()).isTrue();
        wires.get(1).close();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() ->
                        assertThat(home.get("/api/v1/status").statusCode()).isEqualTo(200));
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void a_port_in_use_is_said_plainly() throws Exception {
        home = new Household();

        assertThatThrownBy(() -> {
                    try (var second = new ApiServer(input -> {}, ApiTokens.of("t"))) {
                        second.listen(home.address);
                    }
                })
                .isInstanceOf(ApiFailure.class)
                .hasMessage("Port " + home.address.port() + " is in use. Choose another with --api HOST:PORT.");
    }

    @Test
    void an_address_of_another_machine_is_said_plainly() throws Exception {
        home = new Household();
        for (String host : List.of("192.0.2.1", "no-such-host.invalid")) {
            try (var second = new ApiServer(input -> {}, ApiTokens.of("t"))) {
                assertThatThrownBy(() -> second.listen(new Address(host, 0)))
                        .isInstanceOf(ApiFailure.class)
                        .hasMessageEndingWith("Choose another with --api HOST:PORT.");
            }
        }
    }

    @Test
    void the_port_is_free_again_after_a_stop() throws Exception {
        home = new Household();
        home.get("/api/v1/status");
        home.stop();

        try (var next = new ApiServer(input -> {}, ApiTokens.of("t"))) {
            assertThat(next.listen(home.address)).isEqualTo(home.address);
        }
    }
}
