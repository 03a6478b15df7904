package org.doorlight.protocol.simulation;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.SessionId;

/** One node's end of a {@link SimulatedNetwork}: does what the core wants done, and says what happens. */
public final class SimulatedPort {
    private final SimulatedNetwork network;
    private final String host;
    private final Consumer<Input> inbox;
    private final SortedMap<SessionId, SimulatedConnection.End> ends = new TreeMap<>();
    private boolean plugged = true;
    private boolean deaf;
    private long sessions;

    SimulatedPort(SimulatedNetwork network, String host, Consumer<Input> inbox) {
        this.network = network;
        this.host = host;
        this.inbox = inbox;
    }

    public Address listen(Address address) {
        return network.listen(this, address);
    }

    public void send(Effect.Send effect) {
        SimulatedConnection.End end = ends.get(effect.session());
        if (end != null) {
            end.send(effect.frame());
        }
    }

    public void close(Effect.Close effect) {
        SimulatedConnection.End end = ends.get(effect.session());
        if (end != null) {
            end.close();
        }
    }

    public void dial(Effect.Dial effect) {
        network.dial(this, effect.number(), effect.address());
    }

    /** Leaves in good order: every session ends, here at once and there as soon as the news arrives. */
    public void stop() {
        plugged = false;
        network.leave(this);
        network.connectionsOf(this).forEach(connection -> connection.endOf(this).close());
    }

    /** The power is cut: nothing is said to anybody, and the other ends find out by themselves. */
    void vanish() {
        deaf = true;
        plugged = false;
        network.leave(this);
        network.connectionsOf(this).forEach(connection -> connection.endOf(this).vanish());
    }

    String host() {
        return host;
    }

    boolean isPlugged() {
        return plugged;
    }

    SessionId nextSession() {
        return new SessionId(++sessions);
    }

    void opened(SessionId session, SimulatedConnection.End end) {
        ends.put(session, end);
    }

    void over(SessionId session) {
        if (ends.remove(session) != null) {
            hear(new Input.Disconnected(session));
        }
    }

    void hear(Input input) {
        if (!deaf) {
            inbox.accept(input);
        }
    }
}
