package org.doorlight.protocol.simulation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.id.DeviceId;

/** Nodes, network, time and watchers of one street; everything that happens comes from its seed. To be closed: nodes hold native memory. */
public final class World implements AutoCloseable {
    private static final Duration BACK_SOON = Duration.ofSeconds(2);
    private static final Duration BACK_LATE = Duration.ofHours(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int VIOLATIONS_KEPT_MAX = 50;

    private final Timeline timeline = new Timeline();
    private final Dice dice;
    private final SimulatedNetwork network;
    private final SortedMap<String, SimulatedNode> nodes = new TreeMap<>();
    private final List<SimulatedNode> inOrder = new ArrayList<>();
    private final List<Watcher> watchers = new ArrayList<>();
    private final Trace trace = new Trace();
    private final List<String> violations = new ArrayList<>();
    private long violationCount;

    World(long seed) {
        this.dice = new Dice(seed);
        this.network = new SimulatedNetwork(timeline, dice.another());
        network.tap((from, frame) -> watchers.forEach(watcher -> {
            // What a dishonest home says proves nothing about the program.
            if (node(from).isHonest()) {
                watcher.sent(node(from), frame);
            }
        }));
    }

    // ---- who is there
    // -----------------------------------------------------------------------------------------------------------

    SimulatedNode add(String name) {
        SimulatedNode node = new SimulatedNode(this, inOrder.size(), name, dice.another());
        nodes.put(name, node);
        inOrder.add(node);
        return node;
    }

    SimulatedNode node(String name) {
        SimulatedNode node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("nobody here is called " + name);
        }
        return node;
    }

    /** Everybody, in the order they moved in. */
    List<SimulatedNode> nodes() {
        return Collections.unmodifiableList(inOrder);
    }

    /** Honest homes that are in the circle: what is promised is promised to them. */
    List<SimulatedNode> members() {
        return inOrder.stream()
                .filter(node -> node.hasJoined() && node.isHonest())
                .toList();
    }

    /** Devices that a dishonest home has had, as far as anybody who is in the circle knows it. */
    SortedSet<DeviceId> dishonestDevices() {
        SortedSet<DeviceId> devices = new TreeSet<>();
        for (SimulatedNode node : inOrder) {
            if (!node.isHonest() && node.hasJoined()) {
                Kept kept = Kept.of(node);
                kept.charter()
                        .ifPresent(charter -> kept.identity()
                                .flatMap(identity -> charter.resolved().device(identity.device()))
                                .ifPresent(self -> charter.resolved().devices().forEach((device, standing) -> {
                                    if (standing.member().equals(self.member())) {
                                        devices.add(device);
                                    }
                                })));
            }
        }
        return devices;
    }

    void watchedBy(Watcher watcher) {
        watchers.add(watcher);
    }

    Collection<Watcher> watchers() {
        return watchers;
    }

    Timeline timeline() {
        return timeline;
    }

    SimulatedNetwork network() {
        return network;
    }

    Dice dice() {
        return dice;
    }

    // ---- time
    // -------------------------------------------------------------------------------------------------------------------

    void pass(Duration time) {
        timeline.pass(time);
    }

    /** Lets time pass until something is so; false if it took too long. */
    boolean passUntil(Duration atMost, BooleanSupplier soFar) {
        long until = timeline.now() + atMost.toNanos();
        while (!soFar.getAsBoolean()) {
            if (timeline.now() >= until) {
                return false;
            }
            timeline.pass(LOOK_AGAIN);
        }
        return true;
    }

    /** Everything is mended, everybody is on, and every clock tells the time. */
    void heal() {
        network.weather(Weather.FAIR);
        network.mendAll();
        for (SimulatedNode node : inOrder) {
            node.clock().runAt(1);
            node.clock().setRight();
            node.makeRoom();
            node.mendDisk();
            node.start();
            node.wake();
        }
    }

    void settled() {
        watchers.forEach(Watcher::settled);
    }

    // ---- what happens
    // -----------------------------------------------------------------------------------------------------------

    void happened(SimulatedNode node, Input input) {
        trace.happened(timeline.now(), node.number(), input);
    }

    /** The power went while a node wrote: it is off, and comes back after a while. */
    void wentDark(SimulatedNode node) {
        node.crash();
        timeline.after(dice.between(BACK_SOON, BACK_LATE), node::start);
    }

    /** A disk took nothing in. If it is full, somebody makes room after a while. */
    void tookNothingIn(StoreTrouble trouble, SimulatedStore store) {
        if (trouble.kind() == StoreTrouble.Kind.DISK_FULL) {
            timeline.after(dice.between(BACK_SOON, BACK_LATE), store::makeRoom);
        }
    }

    /** A bug stopped a node. */
    void stoppedBy(SimulatedNode node, RuntimeException bug) {
        StringWriter told = new StringWriter();
        bug.printStackTrace(new PrintWriter(told, true));
        violated(node + "'s node was stopped by a bug: " + told);
        node.crash();
        timeline.after(BACK_SOON, node::start);
    }

    // ---- what should not be
    // -----------------------------------------------------------------------------------------------------

    /** Something is not as it has to be; says so in a sentence. */
    void violated(String sentence) {
        violationCount++;
        if (violations.size() < VIOLATIONS_KEPT_MAX) {
            violations.add(sentence);
        }
    }

    List<String> violations() {
        return Collections.unmodifiableList(violations);
    }

    long violationCount() {
        return violationCount;
    }

    String traceHash() {
        return trace.hash();
    }

    long inputs() {
        return trace.inputs();
    }

    @Override
    public void close() {
        inOrder.forEach(SimulatedNode::crash);
    }
}
