package org.doorlight.node;

/** Holds the place of the node until it is there. */
public final class NodeFailure extends Exception {
    private static final long serialVersionUID = 1;

    public NodeFailure(String sentence) {
        super(sentence);
    }
}
