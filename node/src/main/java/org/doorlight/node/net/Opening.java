package org.doorlight.node.net;

import org.jspecify.annotations.Nullable;

/** What waits for a TLS handshake: an accepted {@link Guest} or a {@link Dial}. Network thread only. */
interface Opening {
    /** The number of the dial; null for an accepted channel. */
    @Nullable
    Long dialled();

    /** The handshake is through and the core has heard of it. */
    void stands();
}
