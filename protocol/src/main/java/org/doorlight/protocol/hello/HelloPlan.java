package org.doorlight.protocol.hello;

import java.time.LocalDate;
import java.util.List;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/**
 * What a person wishes to happen when their hello does not come. Written by that person alone, never by a relative or a steward.
 *
 * @param box the one device whose word counts
 * @param buddies in the person's order; each has to say yes before anything is asked of them
 * @param renewBy the last day it counts for without being renewed
 */
public record HelloPlan(
        Schedule schedule,
        DeviceId box,
        List<MemberId> buddies,
        KnockingHours knocking,
        Consents consents,
        LocalDate renewBy) {
    /** After so many months the person is asked: still good for you? */
    public static final int RENEW_MONTHS = 6;

    public HelloPlan {
        buddies = List.copyOf(buddies);
    }

    /** Whether a window on this day is one of the plan's, as far as renewing goes. */
    public boolean covers(LocalDate date) {
        return !date.isAfter(renewBy);
    }
}
