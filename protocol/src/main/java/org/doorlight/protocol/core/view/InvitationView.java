package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * Something this home is being asked for, because it is its turn or because it was asked by name.
 *
 * @param start ISO date-time with offset
 * @param duration ISO 8601 duration
 * @param byName true if the request is for chosen members
 * @param words a question that comes with it, as before listening; null if none
 */
public record InvitationView(
        CircleId circle,
        DocumentId request,
        SlotId slot,
        String title,
        String kind,
        MemberId requester,
        String start,
        String duration,
        boolean byName,
        @Nullable String words)
        implements View {}
