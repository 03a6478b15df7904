package org.doorlight.protocol.hello;

import java.util.Optional;

/**
 * Where the own box stands with one window (HELLO §2): a function of what it noticed, so it can be asked at any time and after any restart.
 *
 * @param nudges how many local nudges there have been, 0 to 3
 */
public record WindowState(State state, int nudges) {
    private static final int NUDGES = 3;

    /** The six states. */
    public enum State {
        WAITING,
        HELLO,
        NUDGING,
        MISSED,
        CANNOT_TELL,
        PAUSED
    }

    /** What the box noticed about one window. */
    public record Noticed(Window window, Optional<Touch> touch, Optional<Pause> pause, Senses senses) {}

    /** The state at this moment. A touch wins over all else, then rest, then honesty about what the box cannot know. */
    public static WindowState of(Noticed noticed, long now) {
        Window window = noticed.window();
        if (noticed.touch().isPresent()) {
            return new WindowState(State.HELLO, 0);
        }
        if (noticed.pause()
                .filter(pause -> pause.covers(Math.min(now, window.due())))
                .isPresent()) {
            return new WindowState(State.PAUSED, 0);
        }
        if (now < window.closes()) {
            return new WindowState(State.WAITING, 0);
        }
        int nudges = nudges(window, noticed.senses(), now);
        if (now < window.due()) {
            return new WindowState(State.NUDGING, nudges);
        }
        return new WindowState(sawTheWholeGrace(noticed, now) ? State.MISSED : State.CANNOT_TELL, nudges);
    }

    /** On all through the grace, with a clock that was sure and a button known to work. */
    private static boolean sawTheWholeGrace(Noticed noticed, long now) {
        Senses senses = noticed.senses();
        return senses.clockSure()
                && senses.inputProven()
                && senses.steadyMillis() >= now - noticed.window().closes();
    }

    /** Nudges come at the beginning, a third and two thirds of the grace; after a boot a full grace of them begins anew. */
    private static int nudges(Window window, Senses senses, long now) {
        long grace = window.due() - window.closes();
        long began = Math.max(window.closes(), now - senses.upMillis());
        return (int) Math.min(NUDGES, 1 + (now - began) * NUDGES / grace);
    }

    /**
     * The attestation of this window, to be signed at the first moment that is at or after due plus jitter.
     *
     * @param until with a pause: the first window that counts again
     */
    public static Attestation attest(Noticed noticed, Optional<WindowId> until, long now) {
        WindowId window = noticed.window().id();
        if (!noticed.senses().clockSure()) {
            // A box that does not know the day cannot say anything about it; a touch is told once it knows.
            return Attestation.of(window, Attestation.Word.CANNOT_TELL, now);
        }
        return switch (of(noticed, now).state()) {
            case HELLO ->
                new Attestation(
                        window,
                        Attestation.Word.OK,
                        noticed.touch().orElseThrow().picture(),
                        null,
                        now);
            case PAUSED -> new Attestation(window, Attestation.Word.PAUSED, Picture.SUN, until.orElse(null), now);
            case MISSED -> Attestation.of(window, Attestation.Word.MISSED, now);
            case WAITING, NUDGING, CANNOT_TELL -> Attestation.of(window, Attestation.Word.CANNOT_TELL, now);
        };
    }
}
