package org.doorlight.protocol.core;

import java.util.List;
import org.doorlight.protocol.document.Gauntlet;

/** What a trial process does with the changes it is handed. */
public final class Trial {
    private Trial() {}

    /** Hands changes to native code as they are. Returns if it comes through; the process ends if not. */
    public static void apply(List<byte[]> changes) {
        Gauntlet.run(changes);
    }
}
