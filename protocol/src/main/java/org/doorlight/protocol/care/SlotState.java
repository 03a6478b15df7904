package org.doorlight.protocol.care;

import java.time.Duration;

/** Where one slot stands (CARE §2). Never stored, always derived. */
public enum SlotState {
    /** Somebody is still needed. */
    OPEN,
    /** As many as it needs have said yes. */
    COVERED,
    /** It is now, and somebody is there. */
    UNDERWAY,
    /** Somebody said that it is done; three days of silence agree. */
    DONE,
    /** Its time went by without. */
    LAPSED;

    /** How long nobody has to say "done". */
    static final Duration SILENCE = Duration.ofDays(3);

    /** The first that fits. */
    static SlotState of(CareRequest request, SlotStanding standing, long now) {
        Slot slot = standing.slot();
        boolean over = now >= slot.end();
        if (standing.done() >= slot.need()) {
            return DONE;
        }
        if (request.choices().mine().contains(slot.id())) {
            return over ? DONE : COVERED;
        }
        if (!request.intent().isAsking()) {
            return LAPSED;
        }
        if (over) {
            return afterwards(request, standing, now);
        }
        if (!standing.isCovered()) {
            return OPEN;
        }
        return now >= slot.start() ? UNDERWAY : COVERED;
    }

    private static SlotState afterwards(CareRequest request, SlotStanding standing, long now) {
        Slot slot = standing.slot();
        // A talk that never opened went by without.
        long came = standing.confirmed().stream()
                .filter(yes -> Talk.isOpen(request, yes))
                .count();
        if (came < slot.need()) {
            return LAPSED;
        }
        return now >= slot.end() + SILENCE.toMillis() ? DONE : COVERED;
    }
}
