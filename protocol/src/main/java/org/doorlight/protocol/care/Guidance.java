package org.doorlight.protocol.care;

/** What a helper does whose yes nobody has answered when the time has come (CARE §3): the network may be in pieces. */
public enum Guidance {
    /** Nothing to decide: it is answered, or there is time. */
    NONE,
    /** Go: better two than none. */
    GO,
    /** Ring first. */
    RING_FIRST;

    /**
     * The rule.
     *
     * @param holdsDoor whether the helper's box holds the door details: named when asking, or confirmed
     */
    public static Guidance of(CareStanding request, Commitment yes, boolean holdsDoor, long now) {
        CommitmentState state = request.state(yes, now);
        SlotStanding slot = request.slot(yes.slot()).orElse(null);
        RequestKind kind = request.request().kind();
        boolean unanswered = state == CommitmentState.HOLDING || state == CommitmentState.OFFERED;
        if (slot == null
                || !unanswered
                || now < slot.slot().start() - kind.cutOff().toMillis()) {
            return NONE;
        }
        return kind.ifUnconfirmed() == RequestKind.IfUnconfirmed.GO && holdsDoor ? GO : RING_FIRST;
    }
}
