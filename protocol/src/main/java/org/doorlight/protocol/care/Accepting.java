package org.doorlight.protocol.care;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.doorlight.protocol.id.MemberId;

/** What a requester's box says yes to by itself: what happens on a doorstep, in the order of the queue (CARE §3). */
public final class Accepting {
    private Accepting() {}

    /**
     * The commitments to accept now. Nobody who has to be asked once more, nobody the requester would rather pass over, and never more
     * than are needed; asking twice changes nothing.
     *
     * @param passedOver the requester's private list
     */
    public static List<Commitment> due(CareStanding request, SortedSet<MemberId> passedOver, long now) {
        if (!request.request().intent().isAsking()) {
            return List.of();
        }
        return request.slots().stream()
                .filter(slot -> now < slot.slot().end())
                .filter(slot -> request.request().kind().acceptance(slot.slot()) == RequestKind.Acceptance.AUTOMATIC)
                .flatMap(slot -> next(slot, passedOver))
                .toList();
    }

    private static Stream<Commitment> next(SlotStanding slot, SortedSet<MemberId> passedOver) {
        long free = Math.max(0, slot.slot().need() - slot.pinned().size());
        return slot.queue().stream()
                .filter(yes -> slot.isFresh(yes) && !yes.said().done() && !passedOver.contains(yes.helper()))
                .limit(free);
    }

    /** Holders whom nobody will accept because they are passed over: they get an ordinary release, a while later. */
    public static List<Commitment> stranded(CareStanding request, SortedSet<MemberId> passedOver, long now) {
        if (!request.request().intent().isAsking()) {
            return List.of();
        }
        return request.slots().stream()
                .filter(slot -> now < slot.slot().end())
                .flatMap(slot -> slot.queue().stream()
                        .filter(slot::isHolder)
                        .filter(yes -> !yes.said().done() && passedOver.contains(yes.helper())))
                .toList();
    }
}
