package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node may rely on whatever its network is made of: TCP and TLS, or a simulated street. */
abstract class NetworkContract {
    /** One household's end of the network. */
    interface Edge {
        Address listen();

        void send(Effect.Send effect);

        void close(Effect.Close effect);

        void dial(Effect.Dial effect);

        void consumed(SessionId session, int frameBytes);

        void stop();
    }

    private static final int MANY = 500;

    private final Ear ana = new Ear();
    private final Ear ben = new Ear();
    private Edge anas;
    private Edge bens;

    /** A new end that puts what happens into the inbox. */
    abstract Edge join(Consumer<Input> inbox);

    /** Where nobody listens. */
    abstract Address nowhere();

    @BeforeEach
    void two_households() {
        anas = join(ana);
        bens = join(ben);
        ana.consumeAtOnce(anas::consumed);
        ben.consumeAtOnce(bens::consumed);
    }

    @AfterEach
    void both_leave() {
        anas.stop();
        bens.stop();
    }

    @Test
    void both_ends_hear_of_a_connection_and_agree_on_its_certificates() {
        bens.dial(new Effect.Dial(7, anas.listen()));

        Input.Connected atBen = ben.hears(Input.Connected.class, 1);
        Input.Connected atAna = ana.hears(Input.Connected.class, 1);

        assertThat(atBen.dialled()).isEqualTo(7);
        assertThat(atAna.dialled()).isNull();
        assertThat(atAna.dialerCertificate()).isEqualTo(atBen.dialerCertificate());
        assertThat(atAna.listenerCertificate()).isEqualTo(atBen.listenerCertificate());
        assertThat(atAna.dialerCertificate()).isNotEqualTo(atAna.listenerCertificate());
    }

    @Test
    void a_second_connection_of_the_same_pair_shows_other_certificates() {
        Address address = anas.listen();
        bens.dial(new Effect.Dial(1, address));
        Input.Connected first = ben.hears(Input.Connected.class, 1);
        ana.hears(Input.Connected.class, 1);

        bens.dial(new Effect.Dial(2, address));
        Input.Connected second = ben.hears(Input.Connected.class, 2);
        Input.Connected secondAtAna = ana.hears(Input.Connected.class, 2);

        assertThat(second.session()).isNotEqualTo(first.session());
        assertThat(List.of(
                        first.dialerCertificate(),
                        first.listenerCertificate(),
                        second.dialerCertificate(),
                        second.listenerCertificate()))
                .doesNotHaveDuplicates();
        assertThat(secondAtAna.dialerCertificate()).isEqualTo(second.dialerCertificate());
        assertThat(secondAtAna.listenerCertificate()).isEqualTo(second.listenerCertificate());
    }

    @Test
    void frames_arrive_whole_and_in_order_both_ways() {
        connect();
        List<String> words = IntStream.range(0, MANY).mapToObj(n -> "word " + n).toList();

        sendAll(anas, ana.session(), words);
        sendAll(bens, ben.session(), words);

        assertThat(ben.frames(ben.session(), MANY)).isEqualTo(words);
        assertThat(ana.frames(ana.session(), MANY)).isEqualTo(words);
    }

    @Test
    void closing_first_delivers_what_was_sent() {
        connect();
        sendAll(anas, ana.session(), Collections.nCopies(MANY, "soup"));
        anas.close(new Effect.Close(ana.session()));

        ben.hears(Input.Disconnected.class, 1);

        assertThat(ben.frames(ben.session())).hasSize(MANY);
    }

    @Test
    void closing_first_delivers_what_was_sent_even_if_nobody_listened_here_any_more() {
        connect();
        ana.consumeAtOnce((session, bytes) -> {});
        byte[] chatter = new byte[4_096];
        IntStream.range(0, MANY).forEach(n -> bens.send(new Effect.Send(ben.session(), chatter)));
        ana.hears(Input.Received.class, 1);

        sendAll(anas, ana.session(), Collections.nCopies(MANY, "goodbye ".repeat(1_000)));
        anas.close(new Effect.Close(ana.session()));

        ben.hears(Input.Disconnected.class, 1);
        assertThat(ben.frames(ben.session())).hasSize(MANY);
    }

    @Test
    void both_ends_hear_once_that_a_session_is_over() {
        connect();

        anas.close(new Effect.Close(ana.session()));
        bens.close(new Effect.Close(ben.session()));
        anas.close(new Effect.Close(ana.session()));

        assertThat(ana.hears(Input.Disconnected.class, 1).session()).isEqualTo(ana.session());
        assertThat(ben.hears(Input.Disconnected.class, 1).session()).isEqualTo(ben.session());
        anas.stop();
        bens.stop();
        assertThat(ana.all(Input.Disconnected.class)).hasSize(1);
        assertThat(ben.all(Input.Disconnected.class)).hasSize(1);
    }

    @Test
    void a_dial_to_nowhere_fails_once() {
        bens.dial(new Effect.Dial(3, nowhere()));

        assertThat(ben.hears(Input.DialFailed.class, 1).dial()).isEqualTo(3);
        bens.stop();
        assertThat(ben.all(Input.DialFailed.class)).hasSize(1);
        assertThat(ben.all(Input.Connected.class)).isEmpty();
    }

    @Test
    void sending_into_a_session_that_is_gone_does_nothing() {
        connect();
        SessionId gone = ana.session();
        anas.close(new Effect.Close(gone));
        ana.hears(Input.Disconnected.class, 1);

        sendAll(anas, gone, List.of("too late"));
        sendAll(anas, new SessionId(4711), List.of("who?"));
        bens.dial(new Effect.Dial(2, anas.listen()));
        SessionId next = ana.hears(Input.Connected.class, 2).session();
        sendAll(anas, next, List.of("still here"));

        SessionId nextAtBen = ben.hears(Input.Connected.class, 2).session();
        assertThat(ben.frames(nextAtBen, 1)).containsExactly("still here");
        assertThat(ben.frames(ben.session())).isEmpty();
    }

    @Test
    void leaving_ends_every_session_on_both_sides() {
        connect();

        anas.stop();

        assertThat(ana.all(Input.Disconnected.class)).hasSize(1);
        ben.hears(Input.Disconnected.class, 1);
    }

    @Test
    void a_dial_after_leaving_fails() {
        bens.stop();

        bens.dial(new Effect.Dial(9, nowhere()));

        assertThat(ben.hears(Input.DialFailed.class, 1).dial()).isEqualTo(9);
    }

    private void connect() {
        bens.dial(new Effect.Dial(1, anas.listen()));
        ana.session();
        ben.session();
    }

    private static void sendAll(Edge from, SessionId session, List<String> words) {
        words.forEach(word -> from.send(new Effect.Send(session, word.getBytes(StandardCharsets.UTF_8))));
    }
}
