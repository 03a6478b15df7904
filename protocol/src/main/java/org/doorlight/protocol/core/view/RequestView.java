package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * A care request as this home sees it now.
 *
 * @param state derived: WITHDRAWN, CARED_ELSEWHERE, CLOSED, PAUSED, UNDERWAY, OPEN, COVERED, LAPSED
 * @param door the door details, if this home may read them; else null
 * @param story the story behind it, if this home may read it; else null
 * @param follows an earlier request that this one takes up again; else null
 */
public record RequestView(
        DocumentId id,
        CircleId circle,
        String title,
        String kind,
        String state,
        MemberId requester,
        List<String> rules,
        @Nullable String door,
        @Nullable String story,
        @Nullable DocumentId follows,
        List<SlotView> slots)
        implements View {
    public RequestView {
        rules = List.copyOf(rules);
        slots = List.copyOf(slots);
    }

    /**
     * One slot.
     *
     * @param start ISO date-time with offset
     * @param duration ISO 8601 duration
     * @param state derived: OPEN, COVERED, UNDERWAY, DONE, LAPSED
     * @param holders who has it
     * @param standby who would have it if somebody cannot
     * @param offers the yeses of both, in that order
     * @param hint for the requester alone: the time is near and nobody has it, the street is full, "Not this time." of somebody asked by name,
     *     or, before a talk, whether there is the capacity for it; else null
     */
    public record SlotView(
            SlotId id,
            String start,
            String duration,
            int need,
            String state,
            List<MemberId> holders,
            List<MemberId> standby,
            List<OfferView> offers,
            @Nullable String hint) {
        public SlotView {
            holders = List.copyOf(holders);
            standby = List.copyOf(standby);
            offers = List.copyOf(offers);
        }
    }

    /**
     * A yes to a slot.
     *
     * @param id of the commitment
     * @param state derived: HOLDING, CONFIRMED, STANDBY, RELEASED, DONE
     * @param onMyWay true once the helper has said so
     * @param note what the helper said with it; null if nothing
     * @param talk for the requester alone, before listening: NONE, LATER, ASKED, WAITS (for the helper), OPEN; else NONE
     */
    public record OfferView(
            CommitmentId id,
            MemberId helper,
            String state,
            boolean onMyWay,
            @Nullable String note,
            String talk) {}
}
