package org.doorlight.protocol.core.view;

import java.util.List;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.MemberId;

/**
 * A hello plan, as its person and the buddies named in it read it.
 *
 * @param windows as {@code 07:00-10:00}, in the plan's zone
 * @param heatWindows the same, for hot, cold and stormy days
 * @param grace ISO 8601 duration
 * @param buddies in the person's order
 * @param upTo the last step: ask, seen, knock or decide
 * @param knock when somebody may knock, as {@code 08:00-21:00}
 * @param allow what else the person said yes to: two-voices, heat, silent-box, silent-box-knock
 * @param renewBy the last day it counts for
 * @param words what it is and is not
 */
public record HelloPlanView(
        CircleId circle,
        MemberId member,
        String name,
        String zone,
        List<String> windows,
        List<String> heatWindows,
        String grace,
        List<Buddy> buddies,
        String upTo,
        String knock,
        List<String> allow,
        String renewBy,
        String words)
        implements View {
    public HelloPlanView {
        windows = List.copyOf(windows);
        heatWindows = List.copyOf(heatWindows);
        buddies = List.copyOf(buddies);
        allow = List.copyOf(allow);
    }

    /**
     * @param agreed their own yes
     */
    public record Buddy(MemberId member, String name, boolean agreed) {}
}
