package org.doorlight.protocol.hello;

/** What a neighbour's box knows of somebody's hello, and why it knows no more. */
public record Finding(State state, Cause cause) {
    /** Four states. Nothing but the person's own box leads to QUIET. */
    public enum State {
        HEARD,
        QUIET,
        CANNOT_HEAR,
        UNKNOWN
    }

    /** Why. */
    public enum Cause {
        /** The state says all. */
        NONE,
        NO_PLAN,
        /** No window of the plan has ended yet. */
        NOT_YET,
        /** This observer is not sure of the time. */
        CLOCK_UNSURE,
        /** This observer hears too little of its street. */
        CUT_OFF,
        /** Three boxes fell silent together. */
        STREET_OFF,
        /** The person's box has not been heard. */
        BOX_SILENT,
        /** The person's box says that it cannot tell. */
        CANNOT_TELL
    }
}
