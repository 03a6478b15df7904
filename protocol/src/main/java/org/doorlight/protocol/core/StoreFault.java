package org.doorlight.protocol.core;

import java.util.Optional;
import org.doorlight.protocol.core.view.StoreState;

/** The store could not do what it was asked. The running turn is to be rolled back: nothing of it may leave. */
public abstract class StoreFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected StoreFault(String sentence) {
        super(sentence);
    }

    protected StoreFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** How the store is, if that may pass and it is worth trying again; empty if the node has to stop. */
    public abstract Optional<StoreState> passing();
}
