package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.util.Optional;
import org.doorlight.protocol.care.CareStanding;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.SlotStanding;

/**
 * From when to when people are asked for a slot (CARE §6, decision 0012): it opens when it is posted, when a rota comes to it, when it is
 * moved or its request resumed, and when somebody hands back more than a day before. In the last day the ring is wide: nothing opens anew,
 * so everybody with room is asked.
 */
public final class Opened {
    /** In the last day a hand-back opens no new waves. */
    private static final Duration RING_IS_WIDE = Duration.ofDays(1);

    /** A place that fell vacant is asked for until so long before its start. */
    private static final Duration VACANT_UNTIL = Duration.ofHours(1);

    private Opened() {}

    /** When the present waves of a slot began, in milliseconds since 1970; all of it from facts, the same on every box that holds them. */
    public static long since(CareStanding care, SlotStanding slot) {
        long opened = Math.max(
                Math.max(care.request().askedAt(), care.request().intent().since()),
                slot.slot().history().opensAt());
        for (var gone : slot.openings().fallenAway().keySet()) {
            Optional<Commitment> yes =
                    care.commitment(gone).filter(found -> found.said().handedBack());
            if (yes.isPresent()) {
                opened = afterHandBack(
                        opened, yes.get().said().handedBackAt(), slot.slot().start());
            }
        }
        return opened;
    }

    /** When the waves began, if somebody has handed back then. */
    public static long afterHandBack(long opened, long handedBackAt, long start) {
        boolean inTime = handedBackAt < start - RING_IS_WIDE.toMillis();
        return inTime ? Math.max(opened, handedBackAt) : opened;
    }

    /** Until when somebody new is asked for a slot: to its cut-off, or to the last hour for a place that fell vacant. */
    public static long until(CareStanding care, SlotStanding slot) {
        long start = slot.slot().start();
        return until(start, cutOff(care, slot), !slot.openings().fallenAway().isEmpty());
    }

    /** The same, of a start and a cut-off in milliseconds since 1970. */
    public static long until(long start, long cutOff, boolean vacant) {
        return vacant ? start - VACANT_UNTIL.toMillis() : cutOff;
    }

    /** When a slot is settled, in milliseconds since 1970. */
    public static long cutOff(CareStanding care, SlotStanding slot) {
        return slot.slot().start() - care.request().kind().cutOff().toMillis();
    }
}
