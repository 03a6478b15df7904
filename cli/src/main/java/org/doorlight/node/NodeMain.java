package org.doorlight.node;

import org.doorlight.protocol.core.Address;

/** Holds the place of the node until it is there. */
public final class NodeMain {
    private NodeMain() {}

    public static NodeMain start(NodeOptions options) throws NodeFailure {
        throw new NodeFailure("This build holds no node yet. Take a later one.");
    }

    public Address listening() {
        throw new IllegalStateException();
    }

    public Address apiAddress() {
        throw new IllegalStateException();
    }

    public void stop() {}

    public void awaitEnd() throws NodeFailure {}
}
