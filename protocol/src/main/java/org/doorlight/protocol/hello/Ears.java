package org.doorlight.protocol.hello;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.MemberId;

/**
 * How well an observer hears its street.
 *
 * @param clockSure whether this observer is sure of the time
 * @param othersActive other homes heard in the last days
 * @param othersHeard of them, those heard in the last hour
 * @param lastHeard when each other home was last heard of, relays included
 */
public record Ears(boolean clockSure, int othersActive, int othersHeard, SortedMap<MemberId, Long> lastHeard) {
    private static final int PART_OF_THE_STREET = 3;

    public Ears {
        lastHeard = Collections.unmodifiableSortedMap(new TreeMap<>(lastHeard));
    }

    /** Fewer than two thirds of the recently active homes heard: then it is this box that cannot hear, not they that are silent. */
    public boolean cutOff() {
        return 3 * othersHeard < 2 * othersActive;
    }

    /** Three boxes that fell silent together are a power cut or a cable, not three people. */
    public boolean streetOff(long now, Pace pace) {
        List<Long> silentSince = new ArrayList<>();
        lastHeard.values().stream()
                .filter(last -> now - last > pace.lately().toMillis()
                        && now - last <= pace.streetOffFor().toMillis())
                .sorted()
                .forEach(silentSince::add);
        for (int first = 0; first + PART_OF_THE_STREET <= silentSince.size(); first++) {
            long together = silentSince.get(first + PART_OF_THE_STREET - 1) - silentSince.get(first);
            if (together <= pace.streetOffWithin().toMillis()) {
                return true;
            }
        }
        return false;
    }
}
