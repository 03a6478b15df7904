package org.doorlight.protocol.care;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one can ask for: a closed list, each with a picture, and the rules that come with it (CARE §2). */
public enum RequestKind {
    MEAL(2, 4, IfUnconfirmed.WAIT, Acceptance.AUTOMATIC),
    SHOPPING(1, 4, IfUnconfirmed.GO, Acceptance.AUTOMATIC),
    LIFT(2, 12, IfUnconfirmed.GO, Acceptance.CHOSEN),
    CHILD_MINDING(2, 12, IfUnconfirmed.WAIT, Acceptance.CHOSEN),
    PET(1, 4, IfUnconfirmed.WAIT, Acceptance.AUTOMATIC),
    HOUSE(2, 4, IfUnconfirmed.WAIT, Acceptance.AUTOMATIC),
    COMPANY(2, 4, IfUnconfirmed.WAIT, Acceptance.CHOSEN),
    LISTEN(1, 4, IfUnconfirmed.WAIT, Acceptance.CHOSEN),
    SMALL_THING(0, 4, IfUnconfirmed.WAIT, Acceptance.AUTOMATIC),
    LOOK_IN(1, 4, IfUnconfirmed.GO, Acceptance.CHOSEN),
    OTHER(1, 4, IfUnconfirmed.WAIT, Acceptance.AUTOMATIC);

    /** What a helper does whose yes has not been answered when the cut-off has come. */
    public enum IfUnconfirmed {
        /** Whoever has the door details goes: better two than none. */
        GO,
        /** Ring first. */
        WAIT
    }

    /** Who says "yes, please" to a helper. */
    public enum Acceptance {
        /** The requester's box, in the order of the queue: what happens on a doorstep. */
        AUTOMATIC,
        /** The requester: what happens closer than that. */
        CHOSEN
    }

    private static final int NIGHT_EFFORT = 4;

    private final int effort;
    private final Duration cutOff;
    private final IfUnconfirmed ifUnconfirmed;
    private final Acceptance acceptance;

    RequestKind(int effort, int cutOffHours, IfUnconfirmed ifUnconfirmed, Acceptance acceptance) {
        this.effort = effort;
        this.cutOff = Duration.ofHours(cutOffHours);
        this.ifUnconfirmed = ifUnconfirmed;
        this.acceptance = acceptance;
    }

    /** What one such slot takes out of a helper, for the helper's own ceiling: 0 to 4. A night takes 4, whatever the kind. */
    public int effort(Slot slot) {
        return slot.isNight() ? NIGHT_EFFORT : effort;
    }

    /** How long before its start a slot is settled: from then on an unanswered yes follows {@link #ifUnconfirmed}. */
    public Duration cutOff() {
        return cutOff;
    }

    public IfUnconfirmed ifUnconfirmed() {
        return ifUnconfirmed;
    }

    /** Who accepts for a slot; for a night the requester chooses, whatever the kind. */
    public Acceptance acceptance(Slot slot) {
        return slot.isNight() ? Acceptance.CHOSEN : acceptance;
    }

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
