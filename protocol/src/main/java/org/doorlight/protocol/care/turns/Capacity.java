package org.doorlight.protocol.care.turns;

import java.util.Collection;
import java.util.Comparator;

/**
 * What one device knows of its people's room: a register (CARE S3, §4). It never leaves the member's own devices.
 *
 * @param version 1 + the highest this device had seen when it wrote; 0 if nobody ever said anything
 * @param until milliseconds since 1970 from when on there is room again; {@link #OPEN_END} if nobody said when
 */
public record Capacity(long version, Room room, long until) {
    /** No end was named. */
    public static final long OPEN_END = Long.MAX_VALUE;

    /** Somebody who never said anything has room. */
    public static final Capacity UNSAID = new Capacity(0, Room.ROOM, OPEN_END);

    private static final Comparator<Capacity> RESTFUL =
            Comparator.comparing(Capacity::room).thenComparing(Capacity::restLasts);
    private static final Comparator<Capacity> ORDER = ((Comparator<Capacity>)
                    (one, other) -> Long.compareUnsigned(one.version, other.version))
            .thenComparing(RESTFUL);

    /** What all own devices together say: the highest version, and of equal ones the more restful (CARE law 3). */
    public static Capacity join(Collection<Capacity> registers) {
        return registers.stream().max(ORDER).orElse(UNSAID);
    }

    /** The register a device writes next to say something else. */
    public Capacity then(Room next, long nextUntil) {
        return new Capacity(version + 1, next, nextUntil);
    }

    /** The room there is now: once the named end has come, there is room again. */
    public Room at(long now) {
        return now < until ? room : Room.ROOM;
    }

    /** For rest, a later end is the more restful one; for a little room too, since what comes after it is room. */
    private long restLasts() {
        return room == Room.ROOM ? 0 : until;
    }
}
