package org.doorlight.cli.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.doorlight.cli.client.JsonObject;
import org.doorlight.protocol.core.Address;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way, with real processes of the assembled program. */
class StreetIT {
    private Street street;

    @BeforeEach
    void an_empty_street() throws IOException {
        street = Street.open();
    }

    @AfterEach
    void everybody_leaves() throws IOException {
        street.close();
    }

    @Test
    void a_request_reaches_a_neighbour_also_one_who_was_away() throws Exception {
        Street.Neighbours both = street.twoNeighbours();
        Household ana = both.ana();
        Household ben = both.ben();

        ana.asks("soup on Tuesday?");
        ben.eventuallySees("soup on Tuesday?");

        ben.stops();
        ana.asks("a lift on Friday?");
        ana.asks("somebody to feed the cat?");
        ben.starts();
        ben.eventuallySees("soup on Tuesday?", "a lift on Friday?", "somebody to feed the cat?");

        ana.stops();
        ben.asks("a ladder for an hour?");
        ben.losesPower();
        ben.starts();
        assertThat(ben.board()).contains("a ladder for an hour?");

        ana.starts();
        ana.eventuallySees(
                "soup on Tuesday?", "a lift on Friday?", "somebody to feed the cat?", "a ladder for an hour?");
    }

    @Test
    void a_request_taken_back_is_taken_back_everywhere() throws Exception {
        Street.Neighbours both = street.twoNeighbours();
        String id = both.ana().asks("soup on Tuesday?");
        both.ben().eventuallySees("soup on Tuesday?");

        both.ana().does("request", "withdraw", id.substring(0, 12));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                both.ben().does("request", "show", id).object().text("state"))
                        .isEqualTo("WITHDRAWN"));
    }

    @Test
    void a_node_that_is_asked_to_stop_stops_within_five_seconds_and_calls_it_done() throws Exception {
        Household ana = street.moveIn("Ana");
        long start = System.nanoTime();

        ana.stops();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(ana.node().exitCode()).isZero();
    }

    @Test
    void nothing_private_is_found_on_disk_on_the_wire_in_logs_or_arguments() throws Exception {
        Canary title = new Canary("titlecanary" + UUID.randomUUID());
        Canary door = new Canary("doorcanary" + UUID.randomUUID());
        Street.Neighbours both = street.twoNeighbours();

        both.ana().asks(title.word(), door.word());
        both.ben().eventuallySees(title.word());
        notFound(both, title, door);

        both.ana().stops();
        both.ben().stops();
        notFoundInFiles(title, door);
        assertThat(both.wire().seen()).hasSizeGreaterThan(4_000);
    }

    private void notFound(Street.Neighbours both, Canary... canaries) throws IOException {
        for (Canary canary : canaries) {
            assertThat(canary.foundIn(both.wire().seen())).as("on the wire").isEmpty();
            assertThat(canary.foundIn(both.ana().arguments()))
                    .as("in Ana's arguments")
                    .isEmpty();
            assertThat(canary.foundIn(both.ben().arguments()))
                    .as("in Ben's arguments")
                    .isEmpty();
        }
        notFoundInFiles(canaries);
    }

    private void notFoundInFiles(Canary... canaries) throws IOException {
        assertThat(street.files()).anyMatch(file -> file.endsWith("doorlight.db"));
        for (Path file : street.files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (Canary canary : canaries) {
                assertThat(canary.foundIn(bytes))
                        .as("in %s", street.folder().relativize(file))
                        .isEmpty();
            }
        }
    }

    @Test
    void a_spoiled_byte_on_the_wire_is_noticed_and_the_request_arrives_all_the_same() throws Exception {
        Street.Neighbours both = street.twoNeighbours();
        both.ana().asks("soup on Tuesday?");
        both.ben().eventuallySees("soup on Tuesday?");

        both.wire().spoilNextByte();
        both.ana().asks("a lift on Friday?");

        both.ben().eventuallySees("soup on Tuesday?", "a lift on Friday?");
        assertThat(both.wire().hasSpoiled()).isTrue();
    }

    @Test
    void a_stranger_learns_nothing_and_disturbs_nothing() throws Exception {
        Street.Neighbours both = street.twoNeighbours();
        both.ana().asks("soup on Tuesday?");

        Household stranger = street.moveIn("Mallory", both.ana());
        stranger.does("circle", "create", "Another Street");
        speakGarbage(both.ana().node().listening());

        both.ben().eventuallySees("soup on Tuesday?");
        assertThat(stranger.board()).isEmpty();
        assertThat(stranger.does("status").object().object("network").number("sessions"))
                .isZero();
        both.ana().asks("a lift on Friday?");
        both.ben().eventuallySees("soup on Tuesday?", "a lift on Friday?");
    }

    @Test
    void the_demo_shows_it_all_once() throws Exception {
        JsonObject times = Household.run(street.distribution(), List.of("demo", "--once", "--json"))
                .object();

        assertThat(times.number("processes")).isEqualTo(3);
        assertThat(times.fields()).containsKeys("formedMs", "requestSeenMs", "claimedMs");
    }

    private static void speakGarbage(Address address) throws IOException {
        Random random = new Random(11);
        for (int call = 0; call < 5; call++) {
            byte[] noise = new byte[2_000];
            random.nextBytes(noise);
            say(address, noise);
            say(address, "GET / HTTP/1.1\r\nHost: street\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void say(Address address, byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName(address.host()), address.port());
                OutputStream out = socket.getOutputStream()) {
            out.write(bytes);
        }
    }
}
