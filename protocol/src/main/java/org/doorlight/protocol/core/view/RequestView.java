package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * A care request as this home sees it now.
 *
 * @param state derived: OPEN, COVERED, UNDERWAY, LAPSED, CLOSED, WITHDRAWN …
 * @param door the door details, if this home may read them; else null
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
     */
    public record SlotView(
            SlotId id,
            String start,
            String duration,
            int need,
            String state,
            List<MemberId> holders,
            List<MemberId> standby) {
        public SlotView {
            holders = List.copyOf(holders);
            standby = List.copyOf(standby);
        }
    }
}
