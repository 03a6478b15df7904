package org.doorlight.cli.command;

import java.io.IOException;
import org.doorlight.cli.client.LocalApi;

/** A command that asks this home's running node. */
abstract class NodeCommand extends DoorlightCommand {
    @Override
    public final Integer call() throws IOException {
        try (LocalApi node = shared().node()) {
            ask(node);
        }
        return DONE;
    }

    /** Asks, and prints the answer. */
    abstract void ask(LocalApi node) throws IOException;
}
