package org.doorlight.protocol.simulation.quiet;

import java.util.List;
import org.doorlight.protocol.hello.Window;

/**
 * What somebody means to do on one morning, drawn beforehand.
 *
 * @param touchAt when the picture is touched; {@link #NEVER} if it is forgotten
 * @param follows which of the nudges are followed, at home
 * @param outFrom out of the house from here; {@link #NEVER} on a day at home
 * @param touchesOnReturn coming home, a picture that is still lit is touched
 * @param telephoneOff no call is heard that day
 * @param telephoneLeft no telephone along that day, out or away
 */
record Morning(
        Window window,
        long touchAt,
        List<Boolean> follows,
        long outFrom,
        long outUntil,
        boolean touchesOnReturn,
        boolean telephoneOff,
        boolean telephoneLeft) {
    static final long NEVER = Long.MAX_VALUE;

    private static final int TRIES = 3;

    boolean out(long now) {
        return outFrom <= now && now < outUntil;
    }

    /** At the picture now: when it is time, and again in the next two quarters of an hour if it gives no answer. */
    boolean triesAt(long now) {
        return touchAt <= now && now < touchAt + TRIES * QuietStreet.STEP;
    }
}
