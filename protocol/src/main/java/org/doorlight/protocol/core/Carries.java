package org.doorlight.protocol.core;

import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.epoch.EpochBook;
import org.doorlight.protocol.id.EpochId;

/**
 * A circle's carry secrets, written down a second time with this home's keys: whatever else is damaged, it can still prove the circle and ask
 * neighbours for all the rest.
 */
final class Carries {
    private final EpochBook epochs;
    private final Runnable writeDown;
    private final SortedSet<EpochId> kept = new TreeSet<>();

    Carries(EpochBook epochs, Runnable writeDown) {
        this.epochs = epochs;
        this.writeDown = writeDown;
    }

    /** Writes them down if there is another. */
    void keep() {
        SortedSet<EpochId> held = new TreeSet<>();
        epochs.carries().forEach(carry -> held.add(carry.from()));
        if (!held.equals(kept)) {
            kept.clear();
            kept.addAll(held);
            writeDown.run();
        }
    }

    /** Puts one back that was written down. */
    void restore(EpochBook.Carry carry) {
        epochs.restore(carry);
        kept.add(carry.from());
    }
}
