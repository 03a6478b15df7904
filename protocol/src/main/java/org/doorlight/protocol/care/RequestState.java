package org.doorlight.protocol.care;

import java.util.Map;

/** Where a request stands (CARE §2). Never stored, always derived. */
public enum RequestState {
    /** Taken back by its requester, for ever. */
    WITHDRAWN,
    /** Help came from elsewhere, its requester says. */
    CARED_ELSEWHERE,
    /** All of it is done, or its times are past and three days more. */
    CLOSED,
    /** Resting: nobody is asked for now. */
    PAUSED,
    /** One of its times is now. */
    UNDERWAY,
    /** A coming time still needs somebody. */
    OPEN,
    /** Every coming time has its holders. */
    COVERED,
    /** Its times went by without. */
    LAPSED;

    /** The first that fits. */
    static RequestState of(CareRequest request, Map<Slot, SlotState> slots, long now) {
        CareRequest.Intent intent = request.intent();
        if (intent.withdrawn()) {
            return WITHDRAWN;
        }
        if (intent.fulfilled()) {
            return CARED_ELSEWHERE;
        }
        boolean allDone = !slots.isEmpty() && slots.values().stream().allMatch(state -> state == SlotState.DONE);
        if (allDone || now >= request.end() + SlotState.SILENCE.toMillis()) {
            return CLOSED;
        }
        if (intent.paused()) {
            return PAUSED;
        }
        return whileAsking(request, slots, now);
    }

    private static RequestState whileAsking(CareRequest request, Map<Slot, SlotState> slots, long now) {
        if (slots.keySet().stream().anyMatch(slot -> slot.start() <= now && now < slot.end())) {
            return UNDERWAY;
        }
        if (slots.isEmpty() ? now < request.end() : slots.containsValue(SlotState.OPEN)) {
            return OPEN;
        }
        boolean someAhead = slots.keySet().stream().anyMatch(slot -> now < slot.end());
        boolean someLapsed = slots.isEmpty() || slots.containsValue(SlotState.LAPSED);
        return someAhead || !someLapsed ? COVERED : LAPSED;
    }
}
