package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * One of this home's own yeses, as it stands now.
 *
 * @param start ISO date-time with offset; absent if the slot is not there
 * @param duration ISO 8601 duration; absent if the slot is not there
 * @param state derived: OFFERED, HOLDING, CONFIRMED, STANDBY, RELEASED, HANDED_BACK, DONE
 * @param words the same for people
 * @param asked true if it is asked again; an offer to the same slot answers yes
 * @param guidance what to do while the answer has not come and the time has: NONE, GO, RING_FIRST
 * @param talk before listening, whether this home is asked about tonight: NONE, LATER, ASKED, WAITS (for the other), OPEN, RESTS
 * @param note what was said with the yes; absent if nothing
 * @param door the door details, if this home may read them
 */
public record CommitmentView(
        CommitmentId id,
        CircleId circle,
        DocumentId request,
        SlotId slot,
        String title,
        @Nullable String start,
        @Nullable String duration,
        String state,
        String words,
        boolean asked,
        String guidance,
        String talk,
        @Nullable String note,
        @Nullable String door)
        implements View {}
