package org.doorlight.protocol.care.turns;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How much room somebody has, in their own words and for their own devices only (CARE §5). From least to most restful. */
public enum Room {
    /** Ask me. */
    ROOM,
    /** Small things, please. */
    A_LITTLE,
    /** Not these days. */
    NOT_NOW,
    /** I rest. */
    REST,
    /** I am not here. */
    AWAY;

    /** True if somebody with that much room is asked at all. */
    public boolean isAsked() {
        return this == ROOM || this == A_LITTLE;
    }

    /** The word people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The room of a word; empty if it is none. */
    public static Optional<Room> of(String word) {
        return Arrays.stream(values()).filter(room -> room.word().equals(word)).findFirst();
    }

    /** All words, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(Room::word).collect(Collectors.joining(", "));
    }
}
