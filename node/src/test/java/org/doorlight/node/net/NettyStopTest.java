package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.junit.jupiter.api.Test;

/** Leaving is quick, and takes along what was said before. */
class NettyStopTest {
    private static final Duration STOP_MOST = Duration.ofSeconds(2);
    private static final int MANY = 200;

    private final Ear ana = new Ear();
    private final NettyNetwork anas = new NettyNetwork(ana, NetLimits.STANDARD);

    @Test
    void what_is_queued_is_sent_before_the_end() throws Exception {
        Ear ben = new Ear();
        try (NettyNetwork bens = new NettyNetwork(ben, NetLimits.STANDARD)) {
            ben.consumeAtOnce(bens::consumed);
            bens.dial(new Effect.Dial(1, loopback()));
            SessionId session = ana.session();
            SessionId atBen = ben.session();
            IntStream.range(0, MANY).forEach(n -> anas.send(new Effect.Send(session, new byte[4_096])));

            anas.stop();

            ben.hears(Input.Disconnected.class, 1);
            assertThat(ben.frames(atBen)).hasSize(MANY);
        }
    }

    @Test
    void a_peer_that_takes_nothing_and_callers_who_say_nothing_do_not_hold_it_up() throws Exception {
        Address door = loopback();
        try (RawPeer deaf = RawPeer.call(door);
                Socket silent = RawPeer.plain(door)) {
            SessionId session = ana.session();
            IntStream.range(0, 7).forEach(n -> anas.send(new Effect.Send(session, new byte[1024 * 1024])));

            long before = System.nanoTime();
            anas.stop();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(STOP_MOST);
            assertThat(ana.all(Input.Disconnected.class)).hasSize(1);
            assertThat(RawPeer.isOver(silent)).isTrue();
            assertThat(deaf).isNotNull();
        }
    }

    @Test
    void a_dial_under_way_fails_when_the_node_leaves() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            anas.dial(new Effect.Dial(8, new Address("127.0.0.1", silent.getLocalPort())));

            anas.stop();

            assertThat(ana.all(Input.DialFailed.class)).containsExactly(new Input.DialFailed(8));
        }
    }

    @Test
    void whatever_is_asked_afterwards_is_harmless() {
        anas.stop();

        anas.send(new Effect.Send(new SessionId(1), new byte[1]));
        anas.close(new Effect.Close(new SessionId(1)));
        anas.consumed(new SessionId(1), 1);
        anas.stop();

        assertThat(ana.hasHeardNothing()).isTrue();
    }

    private Address loopback() throws NetFailure {
        return anas.listen(new Address("127.0.0.1", 0));
    }
}
