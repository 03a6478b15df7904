package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour's node on the wire, one for each circle shared with it.
 *
 * @param state {@code connecting}, {@code proving}, {@code syncing} or {@code live}
 * @param direction {@code dialled} or {@code accepted}
 */
public record PeerView(
        String address,
        String direction,
        String state,
        @Nullable CircleId circle,
        @Nullable DeviceId device) implements View {}
