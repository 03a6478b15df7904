package org.doorlight.protocol.simulation.quiet;

import java.util.Locale;

/** Three ways to notice that somebody has been quiet. */
public enum Detector {
    /** The product: each person's own box signs that a hello did not come. */
    ATTESTED,
    /** A dead-man's switch: nothing has been heard for a day and a bit. */
    PACKET_ABSENCE,
    /** A telephone service: three calls nobody answers. */
    THREE_CALLS;

    /** The word in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
