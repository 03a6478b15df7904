package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.doorlight.protocol.core.Address;
import org.doorlight.protocol.core.Input;

/** The wires and waves between the nodes: several local networks, cuts in one direction or both, and weather. */
public final class SimulatedNetwork {
    /** What looks at everything that goes over the wire. */
    interface Tap {
        void sent(String from, byte[] frame);
    }

    private static final Duration REFUSED_AFTER = Duration.ofMillis(2);
    // A router that drops what it cannot deliver lets a dial wait.
    private static final Duration UNANSWERED_AFTER = Duration.ofMinutes(1);
    private static final Duration SENT_AGAIN_AFTER = Duration.ofMillis(200);
    private static final int SENT_AGAIN_MAX = 8;
    private static final int FIRST_FREE_PORT = 40_000;

    private final Timeline timeline;
    private final Dice dice;
    private final SortedMap<Address, SimulatedPort> listeners = new TreeMap<>();
    private final SortedMap<String, String> lans = new TreeMap<>();
    private final SortedSet<String> cuts = new TreeSet<>();
    private final List<SimulatedConnection> connections = new ArrayList<>();
    private Weather weather = Weather.FAIR;
    private Tap tap = (from, frame) -> {};
    private int ports = FIRST_FREE_PORT;
    private int framesUnderWay;
    private int framesUnderWayMost;

    public SimulatedNetwork(Timeline timeline, Dice dice) {
        this.timeline = timeline;
        this.dice = dice;
    }

    /** A node's end of the network; what happens there is put into the inbox. */
    public SimulatedPort plug(String host, Consumer<Input> inbox) {
        return new SimulatedPort(this, host, inbox);
    }

    void tap(Tap listener) {
        tap = listener;
    }

    // ---- the map
    // ----------------------------------------------------------------------------------------------------------------

    void weather(Weather now) {
        weather = now;
    }

    Weather weather() {
        return weather;
    }

    /** Carries a node into another local network. */
    void place(String host, String lan) {
        lans.put(host, lan);
        review();
    }

    /** Nothing goes from one to the other any more; the other way may still be open. */
    void cut(String from, String to) {
        cuts.add(from + ">" + to);
        review();
    }

    /** Joins one pair again, both ways. */
    void mend(String one, String other) {
        cuts.remove(one + ">" + other);
        cuts.remove(other + ">" + one);
        review();
    }

    /** Everybody reaches everybody. */
    void mendAll() {
        cuts.clear();
        lans.clear();
        review();
    }

    /** What waited at a cut goes on, and what waits now will not wait for ever. */
    private void review() {
        connections.removeIf(SimulatedConnection::isOver);
        List.copyOf(connections).forEach(SimulatedConnection::review);
    }

    boolean carries(String from, String to) {
        return lans.getOrDefault(from, "").equals(lans.getOrDefault(to, "")) && !cuts.contains(from + ">" + to);
    }

    // ---- listening and dialling
    // -----------------------------------------------------------------------------------------------

    Address listen(SimulatedPort port, Address wanted) {
        Address address = wanted.port() == 0 ? new Address(wanted.host(), ports++) : wanted;
        listeners.put(address, port);
        return address;
    }

    void dial(SimulatedPort from, long number, Address address) {
        SimulatedPort to = listeners.get(address);
        boolean answered = from.isPlugged() && (to == null || (to.isPlugged() && carriesBothWays(from, to)));
        if (to != null && answered) {
            timeline.after(way(), () -> connect(from, number, to));
        } else {
            timeline.after(answered ? REFUSED_AFTER : UNANSWERED_AFTER, () -> from.hear(new Input.DialFailed(number)));
        }
    }

    private boolean carriesBothWays(SimulatedPort from, SimulatedPort to) {
        return carries(from.host(), to.host()) && carries(to.host(), from.host());
    }

    private void connect(SimulatedPort from, long number, SimulatedPort to) {
        if (!from.isPlugged() || !to.isPlugged() || !carriesBothWays(from, to)) {
            from.hear(new Input.DialFailed(number));
            return;
        }
        connections.removeIf(SimulatedConnection::isOver);
        SimulatedConnection connection = new SimulatedConnection(this, from, to);
        connections.add(connection);
        connection.open(number, dice);
    }

    void leave(SimulatedPort port) {
        listeners.values().removeIf(port::equals);
    }

    List<SimulatedConnection> connectionsOf(SimulatedPort port) {
        return connections.stream().filter(connection -> connection.isOf(port)).toList();
    }

    // ---- on the way
    // --------------------------------------------------------------------------------------------------------------

    /** How long something takes now, in nanoseconds. */
    long way() {
        long way = dice.between(weather.delayMin().toNanos(), weather.delayMax().toNanos());
        if (weather.loss() > 0) {
            int again = 0;
            while (again < SENT_AGAIN_MAX && dice.chance(weather.loss())) {
                // The pause doubles each time, as TCP's does.
                way += SENT_AGAIN_AFTER.toNanos() << again++;
            }
        }
        return way;
    }

    boolean breaksNow() {
        return weather.breakage() > 0 && dice.chance(weather.breakage());
    }

    /** How long one end of a dead connection takes to notice. */
    long hangNanos() {
        return dice.between(Duration.ofSeconds(1).toNanos(), weather.hang().toNanos());
    }

    void sent(String from, byte[] frame) {
        framesUnderWay++;
        framesUnderWayMost = Math.max(framesUnderWayMost, framesUnderWay);
        tap.sent(from, frame);
    }

    void gone(int frames) {
        framesUnderWay -= frames;
    }

    int framesUnderWayMost() {
        return framesUnderWayMost;
    }

    int framesUnderWay() {
        return framesUnderWay;
    }

    Timeline timeline() {
        return timeline;
    }

    boolean isUp(String host) {
        return listeners.values().stream().anyMatch(port -> port.host().equals(host));
    }
}
