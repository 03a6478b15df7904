package org.doorlight.node.net;

/** The network cannot be used as asked; the message is one plain sentence for a person, with what to do. */
public final class NetFailure extends Exception {
    NetFailure(String message) {
        super(message);
    }
}
