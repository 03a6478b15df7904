package org.doorlight.protocol.simulation;

import org.doorlight.protocol.core.Effect;

/** Looks on from outside all the time, and tells {@link World#violated} what should not be. */
interface Watcher {
    /** A node has put a frame on the wire. */
    default void sent(SimulatedNode from, byte[] frame) {}

    /** A node has saved something in its running turn. */
    default void saved(SimulatedNode at, Effect.Save effect) {}

    /** An older copy of a node's disk is about to take its place. */
    default void putBack(SimulatedNode node, SimulatedDisk older) {}

    /** From now on two who do not know of each other may speak with this node's keys, until one of them learns of it. */
    default void mayContradictItself(SimulatedNode node) {}

    /** Everything is whole again and has had time to come to rest. */
    default void settled() {}
}
