package org.doorlight.protocol.epoch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.doorlight.protocol.charter.Charter;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.EpochId;
import org.doorlight.protocol.replica.Identity;

/** Grants that are signed as they should be and mean harm. */
public final class BadGrants {
    private BadGrants() {}

    /** For everyone, following these epochs, and opening for nobody. */
    public static byte[] unopenable(Charter charter, Identity by, List<EpochId> parents) {
        var core = new Grant.Core(
                charter.circle(),
                by.device(),
                Audiences.everyone(charter.circle()),
                1,
                Bytes32.ZERO,
                parents,
                new ArrayList<>(charter.heads()),
                new byte[48]);
        int readers = charter.resolved().readers().size();
        return Grant.write(core, Collections.nCopies(readers, new byte[Grant.WRAP_BYTES]), by.signing())
                .bytes();
    }
}
