package org.doorlight.node;

import java.nio.file.Path;
import java.util.Optional;

/** Holds the place of the node until it is there. */
public final class HomeSetup {
    private HomeSetup() {}

    public static void init(Path home, String name, String kind, Optional<Path> passphraseFile) throws NodeFailure {
        throw new NodeFailure("This build holds no node yet. Take a later one.");
    }
}
