package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.CommitmentId;
import org.jspecify.annotations.Nullable;

/**
 * This home's own room, for its own eyes.
 *
 * @param room {@code room}, {@code a-little}, {@code not-now}, {@code rest} or {@code away}
 * @param until ISO date-time with offset from which on there is room again; absent if no end was named
 * @param ceiling effort in any 28 days that is in force now
 * @param ceilingWished what was said last, if that is not in force yet; absent otherwise
 * @param ceilingFrom ISO date-time with offset from which on it is; absent if it is already
 * @param carried effort in the heaviest 28 days around today
 * @param asked true if the street may ask at present
 * @param words the same for people
 * @param handedBack what went back to neighbours because of what was said now
 */
public record CapacityView(
        String room,
        @Nullable String until,
        int ceiling,
        @Nullable Integer ceilingWished,
        @Nullable String ceilingFrom,
        int carried,
        boolean asked,
        String words,
        List<HandedBackView> handedBack)
        implements View {
    public CapacityView {
        handedBack = List.copyOf(handedBack);
    }

    /**
     * A yes that went back.
     *
     * @param start ISO date-time with offset
     */
    public record HandedBackView(CommitmentId commitment, CircleId circle, String title, String start) {}
}
