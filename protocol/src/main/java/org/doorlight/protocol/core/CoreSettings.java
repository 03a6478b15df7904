package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.doorlight.protocol.crypto.StretchCost;
import org.doorlight.protocol.hello.Pace;

/**
 * What a node is told when it starts.
 *
 * @param version for people to read
 * @param peers neighbours' addresses to dial, always
 * @param zone the time zone a new circle gets if none is named
 * @param codeCost what stretching an invitation code costs; the same for all nodes of a circle
 * @param pace how long the quiet ladder and its observers wait; the same for all nodes of a circle
 * @param compareEvery how often a node compares what it holds with each neighbour, and so is heard of
 */
public record CoreSettings(
        String version, List<Address> peers, ZoneId zone, StretchCost codeCost, Pace pace, Duration compareEvery) {
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(30);

    public CoreSettings {
        peers = List.copyOf(peers);
    }

    /** With the usual pace. */
    public CoreSettings(String version, List<Address> peers, ZoneId zone, StretchCost codeCost) {
        this(version, peers, zone, codeCost, Pace.USUAL, COMPARE_EVERY);
    }

    /** Settings of a real node. */
    public static CoreSettings of(String version, List<Address> peers, ZoneId zone) {
        return new CoreSettings(version, peers, zone, StretchCost.CODE);
    }

    /** The same, so many times as quick in what concerns hellos; for tests alone. */
    public CoreSettings quickened(long times) {
        return new CoreSettings(version, peers, zone, codeCost, pace.times(times), compareEvery.dividedBy(times));
    }
}
