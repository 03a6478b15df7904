package org.doorlight.protocol.care;

import org.doorlight.protocol.id.SlotId;

/**
 * One wished-for time.
 *
 * @param start milliseconds since 1970
 * @param durationMillis longer than 0
 * @param need how many helpers, from 1
 * @param zone IANA zone the time was meant in
 */
public record Slot(SlotId id, long start, long durationMillis, int need, String zone) {
    /** When it is over, in milliseconds since 1970. */
    public long end() {
        return start + durationMillis;
    }

    /** Nobody can hold a slot yet, so one is open until it is over. */
    SlotState state(long now) {
        return now < end() ? SlotState.OPEN : SlotState.LAPSED;
    }
}
