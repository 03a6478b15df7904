package org.doorlight.protocol.care;

/** Where one yes stands, as its helper sees it (CARE §3). Never stored, always derived. */
public enum CommitmentState {
    /** Written here; no neighbour's box has it yet. */
    OFFERED,
    /** One of the holders, not accepted yet. */
    HOLDING,
    /** Accepted, and stays so whoever else offers. */
    CONFIRMED,
    /** Somebody else has it; this one is the spare. */
    STANDBY,
    /** Not needed any more, or asked again for another time. */
    RELEASED,
    /** Given back by the helper. */
    HANDED_BACK,
    /** Done. */
    DONE;

    /**
     * The first that fits.
     *
     * @param left false while no neighbour's box has it yet, as far as this one knows
     */
    static CommitmentState of(Commitment yes, CareStanding request, boolean left, long now) {
        if (yes.said().done()) {
            return DONE;
        }
        if (yes.said().handedBack()) {
            return HANDED_BACK;
        }
        SlotStanding slot = request.slot(yes.slot()).orElse(null);
        if (slot == null || !slot.live().contains(yes)) {
            return RELEASED;
        }
        if (slot.confirmed().contains(yes)) {
            return whenConfirmed(yes, request.request(), slot, now);
        }
        boolean over = now >= slot.slot().end() || slot.done() >= slot.slot().need();
        if (over) {
            return RELEASED;
        }
        if (!left) {
            return OFFERED;
        }
        return slot.isHolder(yes) ? HOLDING : STANDBY;
    }

    private static CommitmentState whenConfirmed(Commitment yes, CareRequest request, SlotStanding slot, long now) {
        boolean over = now >= slot.slot().end();
        if (slot.done() >= slot.slot().need() || (over && !Talk.isOpen(request, yes))) {
            return RELEASED;
        }
        return now >= slot.slot().end() + SlotState.SILENCE.toMillis() ? DONE : CONFIRMED;
    }
}
