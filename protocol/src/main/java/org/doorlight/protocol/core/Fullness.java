package org.doorlight.protocol.core;

import java.util.List;
import java.util.SortedMap;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.SlotState;
import org.doorlight.protocol.care.turns.FairTurn;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.care.turns.Saturation;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.id.MemberId;

/**
 * Whether a street says of itself that it is full (CARE §6), as this box sees it. Worked out anew when something has changed or a minute
 * has gone by, so that a long list costs one look.
 */
final class Fullness {
    private static final long MINUTE = 60_000;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE;

    private long changesSeen = -1;
    private long minuteSeen = -1;
    private boolean lapses;
    private long shortSinceMillis = NEVER;
    private boolean shortForLong;

    /** True if more than a tenth of the last two weeks' times went by without, or room has been short for as long. */
    boolean isFull(Circle circle, long now) {
        long changes = circle.board().care().changes();
        if (changes != changesSeen || now / MINUTE != minuteSeen) {
            changesSeen = changes;
            minuteSeen = now / MINUTE;
            lapses = lapses(circle, now);
        }
        return lapses || shortForLong;
    }

    private static boolean lapses(Circle circle, long now) {
        int ended = 0;
        int lapsed = 0;
        for (CareBoard.Posted posted : circle.board().care().requestsAfter(now - Saturation.LOOKS_BACK.toMillis())) {
            boolean counts = posted.audience().equals(Audiences.everyone(circle.id()))
                    && posted.request().intent().isAsking();
            for (SlotStanding slot : counts ? posted.care().slots() : List.<SlotStanding>of()) {
                long end = slot.slot().end();
                if (end <= now && end > now - Saturation.LOOKS_BACK.toMillis()) {
                    ended++;
                    lapsed += posted.care().state(slot.slot().id(), now) == SlotState.LAPSED ? 1 : 0;
                }
            }
        }
        return Saturation.isFull(ended, lapsed, NEVER, now);
    }

    /**
     * Looks how many have room; measured with the box's stopwatch, so it begins anew at a start. In a street so small that all are asked
     * together anyway nothing can be said.
     *
     * @param street what everybody who may say yes has published
     */
    void noteRoom(SortedMap<MemberId, Published> street, Moment now) {
        long millis = now.monotonicNanos() / NANOS_A_MILLI;
        int available = (int) street.values().stream()
                .filter(published -> !published.kinds().isEmpty())
                .count();
        boolean isShort = street.size() > FairTurn.TOGETHER_MAX && Saturation.isRoomShort(available);
        shortSinceMillis = isShort ? Math.min(shortSinceMillis, millis) : NEVER;
        shortForLong = isShort && Saturation.isFull(0, 0, shortSinceMillis, millis);
    }
}
