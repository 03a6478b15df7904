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
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.DeviceId;

/** Nodes, network, time and watchers of one street; everything that happens comes from its seed. To be closed: nodes hold native memory. */
public final class World implements AutoCloseable {
    private static final Duration BACK_SOON = Duration.ofSeconds(2);
    private static final Duration BACK_LATE = Duration.ofHours(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int VIOLATIONS_KEPT_MAX = 50;

    /** The devices a home has had, as so many statements tell. */
    private record Read(int statements, SortedSet<DeviceId> devices) {}

    private final Timeline timeline = new Timeline();
    private final Dice dice;
    private final SimulatedNetwork network;
    private final SortedMap<String, Read> ofDishonest = new TreeMap<>();
    private final SortedMap<String, SimulatedNode> nodes = new TreeMap<>();
    private final List<SimulatedNode> inOrder = new ArrayList<>();
    private final SortedSet<DeviceId> twofold = new TreeSet<>();
    private final SortedSet<DeviceId> asBefore = new TreeSet<>();
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

    /**
     * A home's disk is copied onto another machine, and both run.
     *
     * @param whole true if nothing in the copy tells that it is one
     */
    SimulatedNode copy(SimulatedNode original, String name, boolean whole) {
        SimulatedNode copy = new SimulatedNode(this, inOrder.size(), name, dice.another(), original);
        if (whole) {
            copy.besideAsAt(original);
            mayContradictItself(original);
        }
        wasAsBefore(original);
        nodes.put(name, copy);
        inOrder.add(copy);
        copy.start();
        return copy;
    }

    /** An older copy of its disk takes the place of a node's; it has to be off. */
    void putBack(SimulatedNode node, SimulatedDisk older, boolean whole) {
        watchers.forEach(watcher -> watcher.putBack(node, older));
        wasAsBefore(node);
        boolean noticed = node.rollBackTo(older, whole);
        wasAsBefore(node);
        if (!noticed) {
            mayContradictItself(node);
        }
    }

    private void wasAsBefore(SimulatedNode node) {
        Identities.on(node).ifPresent(identity -> asBefore.add(identity.device()));
    }

    /** Where nothing tells that a home was put back or copied, it may give two answers until it meets a neighbour who knows. */
    private void mayContradictItself(SimulatedNode node) {
        Identities.on(node).ifPresent(identity -> twofold.add(identity.device()));
        watchers.forEach(watcher -> watcher.mayContradictItself(node));
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

    /**
     * Devices whose two statements of one number are nobody's fault: a home that was put back or copied signs its way back with the keys it
     * had, and may have used that number before (decision 0014). Those of dishonest homes are among them.
     */
    SortedSet<DeviceId> devicesThatMaySignTwice() {
        SortedSet<DeviceId> devices = new TreeSet<>(asBefore);
        devices.addAll(twofoldDevices());
        return devices;
    }

    /** Devices of which two answers may be about: those a dishonest home has had, and those of homes that nobody told of their double. */
    SortedSet<DeviceId> twofoldDevices() {
        SortedSet<DeviceId> devices = new TreeSet<>(twofold);
        devices.addAll(dishonestDevices());
        return devices;
    }

    /** Devices that a dishonest home has had. Read anew from its disk when it holds other statements than before. */
    SortedSet<DeviceId> dishonestDevices() {
        SortedSet<DeviceId> devices = new TreeSet<>();
        for (SimulatedNode node : inOrder) {
            if (!node.isHonest() && node.hasJoined()) {
                Read read = ofDishonest.get(node.name());
                int statements = node.disk().count(Shelf.STATEMENT);
                if (read == null || read.statements() != statements) {
                    read = new Read(
                            statements, Kept.of(node).map(Kept::devicesOfMember).orElseGet(TreeSet::new));
                    ofDishonest.put(node.name(), read);
                }
                devices.addAll(read.devices());
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

    /** Everybody is switched off and on again: damaged records are noticed at a start. */
    void restartAll() {
        inOrder.stream().filter(SimulatedNode::isOn).forEach(node -> {
            node.stop();
            node.start();
        });
    }

    /** Everything is mended, everybody is on, and every clock tells the time. */
    void heal() {
        network.weather(Weather.FAIR);
        network.mendAll();
        for (SimulatedNode node : inOrder) {
            node.clock().runAt(1);
            node.clock().setRight();
            node.mendDisk();
            node.start();
            node.wake();
        }
    }

    /** Has all watchers look. One who cannot look any more has found something too. */
    void settled() {
        for (Watcher watcher : watchers) {
            try {
                watcher.settled();
            } catch (RuntimeException bug) {
                // Everything: whatever a bug of the core does to those who look at it, the world has to name it and go
                // on.
                violated("a watcher was stopped by a bug: " + told(bug));
            }
        }
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
        violated(node + "'s node was stopped by a bug: " + told(bug));
        node.crash();
        timeline.after(BACK_SOON, node::start);
    }

    private static String told(RuntimeException bug) {
        StringWriter told = new StringWriter();
        bug.printStackTrace(new PrintWriter(told, true));
        return told.toString();
    }

    /** A node has so much to do that it would never come to an end; it stays off until somebody switches it on. */
    void stormed(SimulatedNode node) {
        violated("bounds: " + node + "'s node does not come to rest");
        node.crash();
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
