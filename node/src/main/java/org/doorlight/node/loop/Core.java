package org.doorlight.node.loop;

import java.util.List;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.StoreFault;

/** What the loop asks about each input; called on the loop's thread only. */
@FunctionalInterface
public interface Core {
    /** Takes one input in and says what is to be done about it, in order. */
    List<Effect> handle(Moment now, Input input);

    /**
     * Hears that a turn could not be kept and was rolled back.
     *
     * @param dropped what would have left with it
     * @return what leaves instead
     * @throws StoreFault if the node cannot go on
     */
    default List<Effect.Deed> storeFailed(Moment now, StoreFault fault, List<Effect.Deed> dropped) {
        throw fault;
    }
}
