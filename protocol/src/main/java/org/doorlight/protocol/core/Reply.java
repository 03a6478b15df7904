package org.doorlight.protocol.core;

import org.doorlight.protocol.core.view.View;

/** How an ask went. */
public sealed interface Reply {
    /** It was done, and what it led to. For a write: durable on this node before it is sent. */
    record Done(View view) implements Reply {}

    /** It was not done, and nothing was written. */
    record Refused(Problem problem) implements Reply {}

    static Reply refused(Problem.Kind kind, String sentence) {
        return new Refused(new Problem(kind, sentence));
    }
}
