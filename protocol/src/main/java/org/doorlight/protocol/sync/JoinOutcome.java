package org.doorlight.protocol.sync;

import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.epoch.Grant;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.EpochId;

/** Where the outcome of trying a code goes. */
public interface JoinOutcome {
    /** A wrap for this device. */
    record GivenKey(EpochId epoch, byte[] wrapped) {}

    /** True if this node wants to prove its code for that circle now; false if it is in it already, or has proved it to another. */
    boolean wants(CircleId circle);

    /** True if the code was proved before and no welcome came: this device may be in already. */
    boolean hasProved();

    /** The charter with this device in it, and what is needed to read. */
    void welcomed(Charter charter, List<Grant> grants, List<GivenKey> keys);

    /** The other end lets nobody in by this code; why is {@code unknown}, {@code used} or {@code expired}. */
    void refused(String why);
}
