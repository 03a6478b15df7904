package org.doorlight.protocol.simulation;

import java.util.Optional;
import org.doorlight.protocol.core.StoreFault;
import org.doorlight.protocol.core.view.StoreState;

/** What may go wrong with a disk; thrown by {@link SimulatedStore} at the node that is at work on it. */
public final class StoreTrouble extends StoreFault {
    private static final long serialVersionUID = 1L;

    /** When, and how. */
    public enum Kind {
        /** The power goes before anything of the turn was written. */
        POWER_CUT_BEFORE_WRITE(true),
        /** The power goes after the turn was written and before it was synced: each row is kept, lost or torn. */
        POWER_CUT_BEFORE_SYNC(true),
        /** The power goes when the turn is safe on disk and nobody has been told. */
        POWER_CUT_AFTER_SYNC(true),
        /** No room: nothing of the turn is written. */
        DISK_FULL(false),
        /** The disk reports an error while it syncs: what was written may be there when the file is opened again, or not. */
        SYNC_FAILS(false);

        private final boolean powerCut;

        Kind(boolean powerCut) {
            this.powerCut = powerCut;
        }

        /** True if the whole machine is gone; otherwise the node goes on, and takes nothing in for a while. */
        public boolean isPowerCut() {
            return powerCut;
        }
    }

    private final Kind kind;

    StoreTrouble(Kind kind) {
        super(kind.name());
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Optional<StoreState> passing() {
        if (kind.isPowerCut()) {
            return Optional.empty();
        }
        return Optional.of(kind == Kind.DISK_FULL ? StoreState.FULL : StoreState.FAILING);
    }
}
