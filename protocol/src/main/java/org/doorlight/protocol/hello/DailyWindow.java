package org.doorlight.protocol.hello;

import java.time.LocalTime;

/**
 * A time of day in which a hello is expected, as "between seven and ten".
 *
 * @param onlyInHeat true for an extra window that counts while the street is in heat, cold or storm mode
 */
public record DailyWindow(LocalTime opens, LocalTime closes, boolean onlyInHeat) {
    /** A window of every day. */
    public static DailyWindow of(LocalTime opens, LocalTime closes) {
        return new DailyWindow(opens, closes, false);
    }
}
