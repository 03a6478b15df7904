package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * How a street's roll-call stands.
 *
 * @param id absent if there is none
 * @param state NONE, OPEN, or OVER for some days after it
 * @param by who started it; absent if there is none
 * @param startedAt ISO date-time with offset; absent if there is none
 * @param own what this home has said: ALL_RIGHT, NEED_A_HAND or NOTHING
 * @param notHeard of whom nothing is known, and no more than that
 * @param offered true if part of the street is off and nobody has started one
 * @param words the same for people
 */
public record RollCallView(
        CircleId circle,
        @Nullable DocumentId id,
        String state,
        @Nullable MemberId by,
        @Nullable String startedAt,
        String own,
        List<Home> allRight,
        List<Home> needHand,
        List<Home> notHeard,
        boolean offered,
        String words)
        implements View {
    public RollCallView {
        allRight = List.copyOf(allRight);
        needHand = List.copyOf(needHand);
        notHeard = List.copyOf(notHeard);
    }

    /** A member by name. */
    public record Home(MemberId member, String name) {}
}
