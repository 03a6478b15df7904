package org.doorlight.protocol.core;

import java.time.ZoneId;
import java.util.List;
import org.doorlight.protocol.crypto.StretchCost;

/**
 * What a node is told when it starts.
 *
 * @param version for people to read
 * @param peers neighbours' addresses to dial, always
 * @param zone the time zone a new circle gets if none is named
 * @param codeCost what stretching an invitation code costs; the same for all nodes of a circle
 */
public record CoreSettings(String version, List<Address> peers, ZoneId zone, StretchCost codeCost) {
    public CoreSettings {
        peers = List.copyOf(peers);
    }

    /** Settings of a real node. */
    public static CoreSettings of(String version, List<Address> peers, ZoneId zone) {
        return new CoreSettings(version, peers, zone, StretchCost.CODE);
    }
}
