package org.doorlight.protocol.care;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one can ask for: a closed list, each with a picture (CARE §2). */
public enum RequestKind {
    MEAL,
    SHOPPING,
    LIFT,
    CHILD_MINDING,
    PET,
    HOUSE,
    COMPANY,
    LISTEN,
    SMALL_THING,
    LOOK_IN,
    OTHER;

    /** The word people type. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word; empty if it is none. */
    public static Optional<RequestKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, for a sentence. */
    public static String words() {
        return Arrays.stream(values()).map(RequestKind::word).collect(Collectors.joining(", "));
    }
}
