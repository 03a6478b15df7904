package org.doorlight.protocol.hello;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The four pictures of every home. All of them mean hello; a private meaning lies with one chosen buddy and in no code.
 */
public enum Picture {
    SUN,
    LEAF,
    CUP,
    BIRD;

    /** As people type it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Picture> of(String word) {
        return Arrays.stream(values())
                .filter(picture -> picture.word().equals(word))
                .findFirst();
    }
}
