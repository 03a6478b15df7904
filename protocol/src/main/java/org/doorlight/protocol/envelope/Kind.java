package org.doorlight.protocol.envelope;

import java.util.Optional;

/** What an envelope carries. The number is a byte of the header. */
public enum Kind {
    /** Changes of one document. */
    CHANGES(1);

    private final int number;

    Kind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Optional<Kind> of(int number) {
        return number == CHANGES.number ? Optional.of(CHANGES) : Optional.empty();
    }
}
