package org.doorlight.protocol.hello;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a buddy says about somebody who is quiet. Add-only; nothing in it is a duty.
 *
 * @param window the window the episode is named after
 * @param at when it was said, by the buddy's clock
 * @param sightedAt with SEEN and SPOKE: when they met
 */
public record Answer(WindowId window, Kind kind, long at, long sightedAt) {
    /** What can be said; the order is that of the numbers in facts, so new ones come last. */
    public enum Kind {
        /** "I rang or waved." Waits a step for the hello. */
        SAID_HELLO,
        SEEN,
        SPOKE,
        NO_ANSWER,
        /** "I will": nobody else is asked for a step. */
        WILL_GO,
        /** "I can't right now": the next one is asked at once. */
        CANNOT,
        /** At the door, or on the way to it, so that two do not knock. */
        KNOCKING,
        /** Spoke, and wants to be left in peace. */
        IN_PEACE,
        /** "Milk still on the step": straight to the knock. */
        GO_NOW;

        /** As people type it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        boolean isClaim() {
            return this == SAID_HELLO || this == WILL_GO || this == KNOCKING;
        }

        boolean endsClaim() {
            return this == CANNOT || this == NO_ANSWER;
        }

        boolean isSpoken() {
            return this == SPOKE || this == IN_PEACE;
        }
    }
}
