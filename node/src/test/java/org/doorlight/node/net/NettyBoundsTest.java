package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing the other end sends, or fails to take, costs more than a fixed amount of memory. */
class NettyBoundsTest {
    private static final int MIB = 1024 * 1024;
    private static final NetLimits.Sizes SIZES = NetLimits.STANDARD.sizes();

    private final Ear ana = new Ear();
    private NettyNetwork anas;
    private Address door;

    @BeforeEach
    void ana_listens() throws NetFailure {
        anas = new NettyNetwork(ana, NetLimits.STANDARD);
        door = anas.listen(new Address("127.0.0.1", 0));
    }

    @AfterEach
    void ana_leaves() {
        anas.stop();
    }

    @Test
    void the_longest_frame_passes_both_ways() throws IOException {
        byte[] longest = new byte[SIZES.frameBytesMax()];
        longest[longest.length - 1] = 7;
        try (RawPeer peer = RawPeer.call(door)) {
            SessionId session = known(peer, 1);

            peer.frame(longest);
            anas.send(new Effect.Send(session, longest));

            assertThat(peer.read()).isEqualTo(longest);
            ana.hears(Input.Received.class, 1);
            assertThat(ana.frames(session)).containsExactly(longest);
        }
    }

    @Test
    void a_frame_too_long_ends_only_its_own_session() throws IOException {
        try (RawPeer rude = RawPeer.call(door);
                RawPeer polite = RawPeer.call(door)) {
            ana.hears(Input.Connected.class, 2);
            ana.all(Input.Connected.class).forEach(each -> anas.send(new Effect.Send(each.session(), new byte[1])));
            rude.read();
            polite.read();

            rude.length(SIZES.frameBytesMax() + 1);

            ana.hears(Input.Disconnected.class, 1);
            assertThat(rude.isOver()).isTrue();
            polite.frame(new byte[] {1});
            ana.hears(Input.Received.class, 1);
            assertThat(anas.counters().tooLong()).isEqualTo(1);
        }
    }

    @Test
    void an_empty_or_negative_length_is_out_of_bounds() throws IOException {
        int cut = 0;
        for (int length : new int[] {0, -1, Integer.MIN_VALUE}) {
            try (RawPeer peer = RawPeer.call(door)) {
                peer.length(length);
                ana.hears(Input.Disconnected.class, ++cut);
            }
        }
        assertThat(anas.counters().tooLong()).isEqualTo(cut);
        assertThat(ana.all(Input.Received.class)).isEmpty();
    }

    @Test
    void a_stranger_gets_little_room_until_the_core_has_answered() throws IOException {
        byte[] most = new byte[SIZES.strangerFrameBytesMax()];
        byte[] more = new byte[SIZES.strangerFrameBytesMax() + 1];
        try (RawPeer peer = RawPeer.call(door)) {
            peer.frame(most);
            ana.hears(Input.Received.class, 1);
            known(peer, 1);
            peer.frame(more);
            ana.hears(Input.Received.class, 2);
        }
        try (RawPeer stranger = RawPeer.call(door)) {
            stranger.length(more.length);
            assertThat(stranger.isOver()).isTrue();
        }
        assertThat(anas.counters().tooLong()).isEqualTo(1);
    }

    @Test
    void sending_what_is_no_frame_is_a_fault_of_the_caller() {
        assertThatThrownBy(() -> anas.send(new Effect.Send(new SessionId(1), new byte[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> anas.send(new Effect.Send(new SessionId(1), new byte[SIZES.frameBytesMax() + 1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_peer_that_does_not_read_is_cut() throws IOException {
        try (RawPeer deaf = RawPeer.call(door)) {
            SessionId session = ana.session();

            // More than the bound and all that two kernels keep between them.
            IntStream.range(0, 32).forEach(n -> anas.send(new Effect.Send(session, new byte[MIB])));

            assertThat(ana.hears(Input.Disconnected.class, 1).session()).isEqualTo(session);
            assertThat(anas.counters().tooSlow()).isEqualTo(1);
            assertThat(deaf).isNotNull();
        }
    }

    @Test
    void a_flood_waits_outside_until_the_core_has_consumed() throws Exception {
        int frames = 4_096;
        int frameBytes = 8 * 1024;
        Consumption consumption = new Consumption();
        try (RawPeer flood = RawPeer.call(door)) {
            SessionId session = known(flood, 1);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(flood, frames, frameBytes));

            while (consumption.frames < frames) {
                await().pollInterval(Duration.ofMillis(2))
                        .until(() -> ana.frames(session).size() > consumption.frames);
                consumption.consume(session);
            }
            sent.get();
        }
        // One socket read may bring this much beyond the bound.
        assertThat(consumption.waitingBytesMost).isLessThanOrEqualTo(SIZES.waitingBytesMax() + 128 * 1024);
    }

    @Test
    void a_session_that_is_silent_for_too_long_is_cut() throws Exception {
        NetLimits limits = NetLimits.STANDARD.withTimes(new NetLimits.Times(5_000, 3_000, 5_000, 100, 2_000));
        Ear ben = new Ear();
        try (NettyNetwork bens = new NettyNetwork(ben, limits);
                RawPeer silent = RawPeer.call(bens.listen(new Address("127.0.0.1", 0)))) {
            ben.hears(Input.Disconnected.class, 1);
            assertThat(bens.counters().idle()).isEqualTo(1);
            assertThat(silent.isOver()).isTrue();
        }
    }

    /** What the core would do with frames that wait for it, but as late as possible. */
    private final class Consumption {
        int frames;
        long waitingBytesMost;

        void consume(SessionId session) {
            var all = ana.frames(session);
            long waiting = 0;
            for (byte[] frame : all.subList(frames, all.size())) {
                waiting += frame.length;
            }
            waitingBytesMost = Math.max(waitingBytesMost, waiting);
            all.subList(frames, all.size()).forEach(frame -> anas.consumed(session, frame.length));
            frames = all.size();
        }
    }

    /** The core has answered the peer in this session. */
    private SessionId known(RawPeer peer, int number) throws IOException {
        SessionId session = ana.hears(Input.Connected.class, number).session();
        anas.send(new Effect.Send(session, new byte[] {1}));
        peer.read();
        return session;
    }

    private static void send(RawPeer peer, int frames, int frameBytes) {
        try {
            for (int n = 0; n < frames; n++) {
                peer.frame(new byte[frameBytes]);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
