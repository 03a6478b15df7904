package org.doorlight.protocol.document;

/**
 * The way out of the nested decoders at the first fault. It never leaves this package: each door turns it into a
 * verdict. It is checked, so the compiler counts the places it passes, and it carries no stack trace, because a
 * neighbour may cause a million of them.
 */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Refusal(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
