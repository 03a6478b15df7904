package org.doorlight.protocol.simulation;

/** Nothing grows without end: queues of nodes, and what is under way. */
final class Bounds implements Watcher {
    private static final int BACKLOG_MAX = 5_000;
    private static final int UNDER_WAY_MAX = 50_000;

    private final World world;

    Bounds(World world) {
        this.world = world;
    }

    @Override
    public void settled() {
        for (SimulatedNode node : world.members()) {
            if (node.backlogMost() > BACKLOG_MAX) {
                world.violated("bounds: " + node + " had " + node.backlogMost() + " inputs waiting");
            }
        }
        if (world.network().framesUnderWayMost() > UNDER_WAY_MAX) {
            world.violated("bounds: " + world.network().framesUnderWayMost() + " frames were under way at once");
        }
    }
}
