package org.doorlight.protocol.core;

import java.util.List;
import org.doorlight.protocol.document.Gauntlet;

/** What a trial process does with the changes it is handed. */
public final class Trial {
    private Trial() {}

    /** Loads native code and hands it nothing: what goes wrong here says nothing about any change. */
    public static void prepare() {
        Gauntlet.run(List.of());
    }

    /**
     * Hands changes to native code as they are.
     *
     * @return whether it came through with the heads the changes lead to. If it did not come through, the process has ended, or an
     *     exception says so
     */
    public static boolean comesThrough(List<byte[]> changes) {
        return Gauntlet.run(changes);
    }
}
