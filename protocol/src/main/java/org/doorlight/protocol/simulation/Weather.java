package org.doorlight.protocol.simulation;

import java.time.Duration;

/**
 * How rough the network is. Connections are ordered streams, as TCP is: what is lost is sent again and comes late, and everything
 * behind it waits; frames overtake each other on different connections only.
 *
 * @param loss the chance that a frame has to be sent again, each time
 * @param delayMin the shortest way of a frame
 * @param delayMax the longest way of a frame that is not lost
 * @param breakage the chance that a connection breaks inside a frame: that one and all behind it never arrive
 * @param hang how long at most a connection over a cut line stays before it is given up
 */
record Weather(double loss, Duration delayMin, Duration delayMax, double breakage, Duration hang) {
    static final Weather FAIR =
            new Weather(0, Duration.ofNanos(200_000), Duration.ofMillis(3), 0, Duration.ofMinutes(2));

    Weather withLoss(double chance) {
        return new Weather(chance, delayMin, delayMax, breakage, hang);
    }

    Weather withDelay(Duration longest) {
        return new Weather(loss, delayMin, longest, breakage, hang);
    }

    Weather withBreakage(double chance) {
        return new Weather(loss, delayMin, delayMax, chance, hang);
    }

    Weather withHang(Duration longest) {
        return new Weather(loss, delayMin, delayMax, breakage, longest);
    }
}
