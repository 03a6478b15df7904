package org.doorlight.node;

/** A node or home that cannot be started, made or kept up. The message is one plain line that says what to do next. */
public final class NodeFailure extends Exception {
    private static final long serialVersionUID = 1L;

    NodeFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    NodeFailure(String sentence) {
        super(sentence);
    }
}
