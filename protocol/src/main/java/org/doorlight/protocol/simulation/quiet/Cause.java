package org.doorlight.protocol.simulation.quiet;

import java.util.Locale;

/** What led to a knock at the door of somebody who was well. */
public enum Cause {
    /** At home, and said no hello. */
    FORGOT,
    /** Out or away, and the box or the service had not been told. */
    AWAY,
    /** A sign of life was given and did not arrive. */
    PARTITION,
    /** A box had restarted. */
    REBOOT,
    /** A box did not know the time, or thought it knew. */
    CLOCK,
    /** A box was off, or its button broken. */
    BOX_OFF;

    private static final String BOX_OFF_WORD = "boxOff";

    /** The field in results. */
    public String word() {
        return this == BOX_OFF ? BOX_OFF_WORD : name().toLowerCase(Locale.ROOT);
    }
}
