package org.doorlight.cli.command;

import java.io.IOException;
import org.doorlight.cli.client.LocalApi;

/** A command that asks this home's running node. */
abstract class NodeCommand extends DoorlightCommand {
    @Override
    public final Integer call() throws IOException {
        checkUse();
        try (LocalApi node = shared().node()) {
            ask(node);
        }
        return DONE;
    }

    /** Finds what is wrong with the command itself, before any node is looked for; says it with {@link #wrongUse}. */
    void checkUse() {}

    /** Asks, and prints the answer. */
    abstract void ask(LocalApi node) throws IOException;
}
