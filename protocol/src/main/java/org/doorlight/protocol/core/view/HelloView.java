package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * How this home's own hello stands in one circle. Told to its own people alone.
 *
 * @param state NO_PLAN, WAITING, HELLO, NUDGING, MISSED, CANNOT_TELL or PAUSED
 * @param sight whether the box can look out: CLEAR, CLOCK_UNSURE or INPUT_UNPROVEN
 * @param words the same for people
 * @param nudges how often the box has rung in this window, 0 to 3
 * @param until ISO date-time with offset at which hellos are expected again; absent without a pause
 */
public record HelloView(
        CircleId circle,
        MemberId member,
        String state,
        String sight,
        String words,
        int nudges,
        @Nullable String until) implements View {}
