package org.doorlight.node.net;

import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.SimulatedNetwork;
import org.doorlight.protocol.simulation.SimulatedPort;
import org.doorlight.protocol.simulation.Timeline;

/** The simulated network keeps the contract. Its time is virtual: after each step everything that follows has happened. */
class SimulatedNetworkTest extends NetworkContract {
    private final Timeline timeline = new Timeline();
    private final SimulatedNetwork network = new SimulatedNetwork(timeline, new Dice(1));
    private int homes;

    @Override
    Edge join(Consumer<Input> inbox) {
        String host = "home" + ++homes;
        return new Simulated(host, network.plug(host, inbox));
    }

    @Override
    Address nowhere() {
        return new Address("nowhere", 1);
    }

    private void happen() {
        while (timeline.next()) {
            // Until nothing is planned any more.
        }
    }

    private final class Simulated implements Edge {
        private final String host;
        private final SimulatedPort port;

        Simulated(String host, SimulatedPort port) {
            this.host = host;
            this.port = port;
        }

        @Override
        public Address listen() {
            return port.listen(new Address(host, 0));
        }

        @Override
        public void send(Effect.Send effect) {
            port.send(effect);
            happen();
        }

        @Override
        public void close(Effect.Close effect) {
            port.close(effect);
            happen();
        }

        @Override
        public void dial(Effect.Dial effect) {
            port.dial(effect);
            happen();
        }

        @Override
        public void consumed(SessionId session, int frameBytes) {
            // Nothing is held back: the timeline has room for all of it.
        }

        @Override
        public void stop() {
            port.stop();
            happen();
        }
    }
}
