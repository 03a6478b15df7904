package org.doorlight.node.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.view.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever follows events sees all of them in order, also after a break, or is told to look again. */
class EventsTest {
    private Household home;

    @BeforeEach
    void opens() throws ApiFailure {
        home = new Household();
    }

    @AfterEach
    void closes() {
        home.close();
    }

    /** Opens a stream, reads its head and its opening block, and returns that block. */
    private static String open(Wire wire, String path, String... headers) throws IOException {
        var head = wire.get(path, headers).answer();
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers()).containsEntry("content-type", "text/event-stream");
        String opening = wire.block();
        assertThat(opening).startsWith("retry: 2000\nid: ").endsWith("\n: hello\n");
        return opening;
    }

    private static String id(String block) {
        return block.lines()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);
    }

    private static String number(String block) {
        return id(block).split("-", -1)[1];
    }

    private void announceUpTo(int last, int first) {
        for (int n = first; n <= last; n++) {
            home.announce(Examples.event(n));
        }
    }

    @Test
    void an_event_arrives_as_one_block() throws IOException {
        try (Wire wire = home.wire()) {
            String opening = open(wire, "/api/v1/events");

            home.announce(Examples.event(1_795_600_800_123L));
            home.announce(new Event("peer.connected", null, null, 0));

            String boot = id(opening).split("-", -1)[0];
            assertThat(wire.block())
                    .isEqualTo("id: " + boot
                            + "-1\nevent: request.changed\ndata: {\"type\":\"request.changed\",\"circle\":\""
                            + Examples.CIRCLE_HEX + "\",\"document\":\"" + Examples.REQUEST_HEX
                            + "\",\"at\":\"2026-11-25T10:00:00.123Z\"}\n");
            assertThat(wire.block())
                    .isEqualTo("id: " + boot + "-2\nevent: peer.connected\n"
                            + "data: {\"type\":\"peer.connected\",\"at\":\"1970-01-01T00:00:00.000Z\"}\n");
        }
    }

    @Test
    void everybody_who_follows_hears_everything_in_order() throws IOException {
        try (Wire one = home.wire();
                Wire other = home.wire()) {
            open(one, "/api/v1/events");
            open(other, "/api/v1/events");

            announceUpTo(500, 1);

            for (int n = 1; n <= 500; n++) {
                assertThat(number(one.block())).isEqualTo(Integer.toString(n));
                assertThat(number(other.block())).isEqualTo(Integer.toString(n));
            }
        }
    }

    @Test
    void who_comes_back_hears_what_was_missed() throws IOException {
        String last;
        try (Wire wire = home.wire()) {
            open(wire, "/api/v1/events");
            announceUpTo(3, 1);
            wire.block();
            last = id(wire.block());
        }
        announceUpTo(5, 4);

        try (Wire back = home.wire()) {
            assertThat(id(open(back, "/api/v1/events", "Last-Event-ID: " + last)))
                    .isEqualTo(last);
            assertThat(List.of(number(back.block()), number(back.block()), number(back.block())))
                    .containsExactly("3", "4", "5");
            home.announce(Examples.event(6));
            assertThat(number(back.block())).isEqualTo("6");
        }
        try (Wire back = home.wire()) {
            open(back, "/api/v1/events?after=" + last);
            assertThat(number(back.block())).isEqualTo("3");
        }
        try (Wire back = home.wire()) {
            open(back, "/api/v1/events?after=nonsense", "Last-Event-ID: " + last);
            assertThat(number(back.block())).isEqualTo("3");
        }
    }

    @Test
    void who_lost_the_line_before_any_event_misses_none() throws IOException {
        String start;
        try (Wire wire = home.wire()) {
            start = id(open(wire, "/api/v1/events"));
        }
        announceUpTo(1, 1);

        try (Wire back = home.wire()) {
            open(back, "/api/v1/events", "Last-Event-ID: " + start);
            assertThat(number(back.block())).isEqualTo("1");
        }
    }

    @Test
    void who_was_away_too_long_is_told_to_look_again() throws IOException {
        String start;
        try (Wire wire = home.wire()) {
            start = id(open(wire, "/api/v1/events"));
            announceUpTo(1_001, 1);
            for (int n = 1; n <= 1_001; n++) {
                wire.block();
            }
        }
        String boot = start.split("-", -1)[0];
        for (String unknown :
                List.of(start, boot + "-1002", boot + "-x", boot + "--1", boot, "0-5", boot + "-" + "9".repeat(30))) {
            try (Wire back = home.wire()) {
                open(back, "/api/v1/events", "Last-Event-ID: " + unknown);
                assertThat(back.block()).isEqualTo("id: " + boot + "-1001\nevent: reset\ndata: {\"type\":\"reset\"}\n");
            }
        }
        try (Wire back = home.wire()) {
            open(back, "/api/v1/events", "Last-Event-ID: " + boot + "-1");
            assertThat(number(back.block())).isEqualTo("2");
        }
    }

    @Test
    void another_start_of_the_node_has_other_ids() throws Exception {
        try (Household next = new Household();
                Wire before = home.wire();
                Wire after = next.wire()) {
            assertThat(id(open(before, "/api/v1/events"))).isNotEqualTo(id(open(after, "/api/v1/events")));
        }
    }

    @Test
    void a_reader_who_does_not_read_is_cut_off_and_the_others_are_not() throws IOException {
        try (Wire slow = new Wire(home.address, 4_096);
                Wire good = home.wire()) {
            open(slow, "/api/v1/events");
            open(good, "/api/v1/events");

            // More than 10 MB: one MiB, and what the kernel keeps on the way. The good one reads along.
            var large = new Event("x".repeat(1_000), Examples.CIRCLE, Examples.REQUEST, 0);
            long bytes = 0;
            for (int n = 1; n <= 5_000; n++) {
                home.announce(large);
                bytes += good.block().length();
            }

            assertThat(slow.untilTheEnd()).isLessThan(bytes);
        }
    }

    @Test
    void there_are_only_so_many_streams_and_places_are_given_back() throws Exception {
        home.close();
        home = new Household(new ApiLimits(64, 2, 10_000, 60_000, 60_000, 15_000));
        List<Wire> wires = new ArrayList<>(List.of(home.wire(), home.wire()));
        for (Wire wire : wires) {
            open(wire, "/api/v1/events");
        }

        assertThat(home.get("/api/v1/events").statusCode()).isEqualTo(503);

        wires.remove(0).close();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            try (Wire wire = home.wire()) {
                assertThat(wire.get("/api/v1/events").answer().status()).isEqualTo(200);
            }
        });
        wires.get(0).close();
    }

    @Test
    void a_quiet_stream_shows_that_it_is_alive() throws Exception {
        home.close();
        home = new Household(new ApiLimits(64, 32, 10_000, 200, 60_000, 50));
        try (Wire wire = home.wire()) {
            open(wire, "/api/v1/events");

            // Long past the time a resting connection has.
            for (int i = 0; i < 10; i++) {
                assertThat(wire.block()).isEqualTo(":\n");
            }
            home.announce(Examples.event(1));
            await().atMost(Duration.ofSeconds(30)).until(() -> wire.block().startsWith("id: "));
        }
    }

    @Test
    void a_stream_needs_the_token_like_everything_else() throws IOException {
        try (Wire wire = home.wire()) {
            assertThat(wire.send("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(401);
        }
    }
}
