package org.doorlight.protocol.core;

/**
 * Why an ask was not done.
 *
 * @param sentence plain words for people: what happened and what to do next; no names, content or keys
 */
public record Problem(Kind kind, String sentence) {
    /** The sort of problem, for programs. */
    public enum Kind {
        /** The ask itself is wrong. */
        INVALID,
        /** Nothing has that id. */
        NOT_FOUND,
        /** It is not this member's to do. */
        NOT_ALLOWED,
        /** It clashes with how things stand. */
        CONFLICT,
        /** Nobody answered in time. */
        TIMED_OUT,
        /** The node cannot do this now. */
        UNAVAILABLE
    }
}
