package org.doorlight.node.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;

/** The real network on loopback keeps the contract. */
class NettyContractTest extends NetworkContract {
    @Override
    Edge join(Consumer<Input> inbox) {
        return new Real(new NettyNetwork(inbox, NetLimits.STANDARD));
    }

    @Override
    Address nowhere() {
        try (ServerSocket reserved = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Address("127.0.0.1", reserved.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Real(NettyNetwork network) implements Edge {
        @Override
        public Address listen() {
            try {
                return network.listen(new Address("127.0.0.1", 0));
            } catch (NetFailure e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void send(Effect.Send effect) {
            network.send(effect);
        }

        @Override
        public void close(Effect.Close effect) {
            network.close(effect);
        }

        @Override
        public void dial(Effect.Dial effect) {
            network.dial(effect);
        }

        @Override
        public void consumed(SessionId session, int frameBytes) {
            network.consumed(session, frameBytes);
        }

        @Override
        public void stop() {
            network.stop();
        }
    }
}
