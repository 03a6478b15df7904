package org.doorlight.protocol.hello;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of the quiet ladder (HELLO §5), from gentle to grave. */
public enum Level {
    /** L0: the own box rings, three times. */
    NUDGE,
    /** L1: a buddy is asked to say hello. */
    ASK,
    /** L2: "has anyone seen Rosa today?" */
    SEEN,
    /** L3: a gentle knock. */
    KNOCK,
    /** L4: a person decides: family, key-holder, emergency number. Never an automatic call. */
    DECIDE;

    /** As people type and programs read it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> of(String word) {
        return Arrays.stream(values())
                .filter(level -> level.word().equals(word))
                .findFirst();
    }
}
