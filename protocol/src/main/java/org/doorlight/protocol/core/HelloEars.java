package org.doorlight.protocol.core;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.hello.Ears;
import org.doorlight.protocol.id.MemberId;

/** When this box last heard of each other home of a circle, relays included, by its stopwatch. Forgotten when it is switched off. */
final class HelloEars {
    private static final int RECENT_TIMES = 3;

    private final HelloTools tools;
    private final SortedMap<MemberId, Long> heard = new TreeMap<>();

    HelloEars(HelloTools tools) {
        this.tools = tools;
    }

    void heard(MemberId member) {
        heard.put(member, tools.clock().stopwatch());
    }

    /**
     * How well it hears. A home it has not heard of since it was switched on counts as one that is usually there, for as long as it would
     * if it had been heard just before: a box that has just woken up hears too little to say anything about others.
     *
     * @param others the other members of the circle
     */
    Ears ears(Collection<MemberId> others) {
        long recently = RECENT_TIMES * tools.pace().silentAfter().toMillis();
        SortedMap<MemberId, Long> last = new TreeMap<>();
        int active = 0;
        int lately = 0;
        for (MemberId other : others) {
            long ago = agoMillis(other);
            active += ago <= recently ? 1 : 0;
            lately += isLately(other) ? 1 : 0;
            if (heard.containsKey(other)) {
                last.put(other, tools.clock().millis() - ago);
            }
        }
        return new Ears(tools.clock().isSure(), active, lately, last);
    }

    /** Whether anything of it came in the last hour. */
    private boolean isLately(MemberId member) {
        return heard.containsKey(member)
                && agoMillis(member) <= tools.pace().lately().toMillis();
    }

    /** Whether its box has been silent for as long as it takes to say so. What it says nothing with is another matter. */
    boolean isSilent(MemberId member) {
        return agoMillis(member) > tools.pace().silentAfterInHeat().toMillis();
    }

    private long agoMillis(MemberId member) {
        Long at = heard.get(member);
        return at == null ? tools.clock().upMillis() : tools.clock().stopwatch() - at;
    }
}
