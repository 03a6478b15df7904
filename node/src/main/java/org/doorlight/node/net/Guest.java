package org.doorlight.node.net;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An accepted channel's place among the {@link Guests}. */
final class Guest implements Opening {
    private final Guests guests;
    private final InetAddress address;
    private boolean halfOpen = true;

    Guest(Guests guests, InetAddress address) {
        this.guests = guests;
        this.address = address;
    }

    @Override
    public @Nullable Long dialled() {
        return null;
    }

    @Override
    public void stands() {
        if (halfOpen) {
            halfOpen = false;
            guests.through(address);
        }
    }

    /** The channel is closed; call once. */
    void leave() {
        stands();
        guests.left();
    }
}
