package org.doorlight.protocol.care;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.doorlight.protocol.id.SlotId;

/**
 * A care request as its facts tell it (CARE §2).
 *
 * @param askedAt milliseconds since 1970 by the requester's clock; sorts lists, decides nothing
 * @param slots by start, then id
 * @param withdrawn terminal: whatever else is said, at whatever time
 */
public record CareRequest(
        RequestKind kind, String title, List<String> rules, long askedAt, List<Slot> slots, boolean withdrawn) {
    private static final Duration CLOSES_AFTER = Duration.ofDays(3);
    private static final Comparator<Slot> IN_TIME =
            Comparator.comparingLong(Slot::start).thenComparing(Slot::id);

    public CareRequest {
        rules = List.copyOf(rules);
        slots = slots.stream().sorted(IN_TIME).toList();
    }

    /** The request's state: the first that fits (CARE §2). */
    public RequestState state(long now) {
        long end = slots.stream().mapToLong(Slot::end).max().orElse(askedAt);
        if (withdrawn) {
            return RequestState.WITHDRAWN;
        }
        if (now >= end + CLOSES_AFTER.toMillis()) {
            return RequestState.CLOSED;
        }
        if (slots.stream().anyMatch(slot -> slot.start() <= now && now < slot.end())) {
            return RequestState.UNDERWAY;
        }
        return now < end ? RequestState.OPEN : RequestState.LAPSED;
    }

    /** A slot's state. */
    public SlotState slotState(SlotId slot, long now) {
        return slots.stream()
                .filter(one -> one.id().equals(slot))
                .findFirst()
                .map(one -> one.state(now))
                .orElse(SlotState.LAPSED);
    }
}
