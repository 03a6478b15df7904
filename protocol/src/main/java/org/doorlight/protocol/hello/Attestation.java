package org.doorlight.protocol.hello;

import org.jspecify.annotations.Nullable;

/**
 * What a person's own box signs at the end of a window: exactly one for each, always of the same size, at a moment that does not depend on
 * what the person did (HELLO §3).
 *
 * @param until with PAUSED: the first window that counts again
 * @param at when it was signed, by the box's clock
 */
public record Attestation(
        WindowId window,
        Word word,
        Picture picture,
        @Nullable WindowId until,
        long at) {
    /** What it says. */
    public enum Word {
        /** No plan here; written each day so that nobody can tell who has one. */
        NO_PLAN,
        OK,
        PAUSED,
        MISSED,
        CANNOT_TELL
    }

    /** One that needs no picture and no end. */
    public static Attestation of(WindowId window, Word word, long at) {
        return new Attestation(window, word, Picture.SUN, null, at);
    }
}
