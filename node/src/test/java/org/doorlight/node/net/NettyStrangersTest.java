package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever comes to the door without knowing how to speak learns nothing and disturbs nothing. */
class NettyStrangersTest {
    private static final int HANDSHAKE_MILLIS = 300;
    private static final int HALF_OPEN_MAX = 2;
    private static final int ACCEPTED_MAX = 3;
    private static final int DIALLED_MAX = 3;

    private final Ear ana = new Ear();
    private NettyNetwork anas;
    private Address door;

    @BeforeEach
    void ana_listens() throws NetFailure {
        NetLimits limits = NetLimits.STANDARD
                .withTimes(new NetLimits.Times(HANDSHAKE_MILLIS, 3_000, 5_000, 90_000, 2_000))
                .withCounts(new NetLimits.Counts(HALF_OPEN_MAX, HALF_OPEN_MAX, ACCEPTED_MAX, DIALLED_MAX, 2));
        anas = new NettyNetwork(ana, limits);
        door = anas.listen(new Address("127.0.0.1", 0));
    }

    @AfterEach
    void ana_leaves() {
        anas.stop();
    }

    @Test
    void garbage_is_cut_and_never_reaches_the_core() throws IOException {
        try (Socket socket = RawPeer.plain(door)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(RawPeer.isOver(drained(socket))).isTrue();
        }

        await().until(() -> anas.counters().tlsFailed() == 1);
        assertThat(ana.hasHeardNothing()).isTrue();
        aNeighbourStillGetsIn();
    }

    @Test
    void a_caller_who_says_nothing_is_cut_when_the_handshake_is_due() throws IOException {
        try (Socket silent = RawPeer.plain(door)) {
            assertThat(RawPeer.isOver(silent)).isTrue();
        }

        await().until(() -> anas.counters().tlsFailed() == 1);
        assertThat(ana.hasHeardNothing()).isTrue();
    }

    @Test
    void silent_callers_take_only_the_half_open_places() throws IOException {
        try (Socket first = RawPeer.plain(door);
                Socket second = RawPeer.plain(door);
                Socket third = RawPeer.plain(door)) {
            assertThat(RawPeer.isOver(third)).isTrue();
            assertThat(anas.counters().refusedHalfOpen()).isEqualTo(1);
            assertThat(anas.counters().accepted()).isEqualTo(HALF_OPEN_MAX);

            assertThat(RawPeer.isOver(first)).isTrue();
            assertThat(RawPeer.isOver(second)).isTrue();
        }
        await().until(() -> anas.counters().tlsFailed() == HALF_OPEN_MAX);
        aNeighbourStillGetsIn();
    }

    @Test
    void standing_sessions_take_no_half_open_place_but_are_limited_too() throws IOException {
        List<RawPeer> standing = new ArrayList<>();
        for (int number = 1; number <= ACCEPTED_MAX; number++) {
            standing.add(RawPeer.call(door));
            ana.hears(Input.Connected.class, number);
        }

        try (Socket oneMore = RawPeer.plain(door)) {
            assertThat(RawPeer.isOver(oneMore)).isTrue();
        }

        standing.get(0).close();
        ana.hears(Input.Disconnected.class, 1);
        aNeighbourStillGetsIn();
        for (RawPeer peer : standing) {
            peer.close();
        }
    }

    @Test
    void an_older_tls_is_refused() {
        var own = new OwnCertificate(ThrowAwayCertificate::make);

        assertThatThrownBy(() -> RawPeer.call(door, "TLSv1.2", own)).isInstanceOf(IOException.class);

        await().until(() -> anas.counters().tlsFailed() == 1);
        assertThat(ana.hasHeardNothing()).isTrue();
    }

    @Test
    void a_caller_without_a_certificate_is_refused() throws IOException {
        // In TLS 1.3 the client is through before the listener looks at its certificate.
        try (RawPeer nobody = RawPeer.call(door, "TLSv1.3")) {
            assertThat(nobody.isOver()).isTrue();
        }

        await().until(() -> anas.counters().tlsFailed() == 1);
        assertThat(ana.hasHeardNothing()).isTrue();
    }

    @Test
    void a_dial_to_something_else_than_a_node_fails_in_time() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            anas.dial(new Effect.Dial(5, new Address("127.0.0.1", silent.getLocalPort())));

            assertThat(ana.hears(Input.DialFailed.class, 1).dial()).isEqualTo(5);
        }
        anas.stop();
        assertThat(ana.all(Input.DialFailed.class)).hasSize(1);
    }

    @Test
    void a_dial_to_an_unknown_name_fails() {
        anas.dial(new Effect.Dial(6, new Address("nobody.invalid", 7845)));

        assertThat(ana.hears(Input.DialFailed.class, 1).dial()).isEqualTo(6);
    }

    @Test
    void too_many_dials_fail_at_once_until_others_are_over() throws IOException {
        try (var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            Address address = new Address("127.0.0.1", silent.getLocalPort());
            for (int number = 1; number <= DIALLED_MAX + 1; number++) {
                anas.dial(new Effect.Dial(number, address));
            }

            assertThat(ana.hears(Input.DialFailed.class, 1).dial()).isEqualTo(DIALLED_MAX + 1);
            ana.hears(Input.DialFailed.class, DIALLED_MAX + 1);
        }
        anas.dial(new Effect.Dial(99, door));
        ana.hears(Input.Connected.class, 2);
    }

    private void aNeighbourStillGetsIn() throws IOException {
        int before = ana.all(Input.Connected.class).size();
        try (RawPeer neighbour = RawPeer.call(door)) {
            Input.Connected connected = ana.hears(Input.Connected.class, before + 1);
            anas.send(new Effect.Send(connected.session(), new byte[] {42}));
            assertThat(neighbour.read()).containsExactly(42);
        }
    }

    /** The listener answers garbage with a TLS alert before it closes. */
    private static Socket drained(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
        return socket;
    }
}
