package org.doorlight.node.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node listens where it is told to, and says plainly when it cannot. */
class NettyListenTest {
    private final Ear ana = new Ear();
    private final NettyNetwork anas = new NettyNetwork(ana, NetLimits.STANDARD);

    @AfterEach
    void ana_leaves() {
        anas.stop();
    }

    @Test
    void any_free_port_is_told_back() throws NetFailure {
        Address bound = anas.listen(new Address("127.0.0.1", 0));

        assertThat(bound.host()).isEqualTo("127.0.0.1");
        assertThat(bound.port()).isPositive();
    }

    @Test
    void a_port_in_use_is_said_in_one_plain_sentence() throws NetFailure {
        Address bound = anas.listen(new Address("127.0.0.1", 0));

        assertThatThrownBy(() -> anas.listen(bound))
                .isInstanceOf(NetFailure.class)
                .hasMessage(
                        "Port " + bound.port() + " on 127.0.0.1 is in use. Choose another with --listen HOST:PORT.");
    }

    @Test
    void an_address_of_another_machine_is_said_too() {
        assertThatThrownBy(() -> anas.listen(new Address("192.0.2.1", 0)))
                .isInstanceOf(NetFailure.class)
                .hasMessage("192.0.2.1 is not an address of this machine. Choose another with --listen HOST:PORT.");
    }

    @Test
    void a_name_nobody_knows_is_said_too() {
        assertThatThrownBy(() -> anas.listen(new Address("nobody.invalid", 0)))
                .isInstanceOf(NetFailure.class)
                .hasMessageStartingWith("Nobody knows the name nobody.invalid.");
    }

    @Test
    void ipv6_and_names_work_too() throws NetFailure {
        Address bound = anas.listen(new Address("::1", 0));
        Address named = anas.listen(new Address("localhost", 0));

        anas.dial(new Effect.Dial(1, bound));
        anas.dial(new Effect.Dial(2, new Address("localhost", named.port())));

        ana.hears(Input.Connected.class, 4);
        assertThat(bound.host()).isEqualTo("::1");
        assertThat(ana.all(Input.Connected.class))
                .filteredOn(connected -> Long.valueOf(1).equals(connected.dialled()))
                .singleElement()
                .extracting(Input.Connected::remote)
                .isEqualTo(bound.toString());
    }
}
