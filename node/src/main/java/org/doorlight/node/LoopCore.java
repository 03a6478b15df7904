package org.doorlight.node;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.node.loop.Core;
import org.doorlight.node.net.NettyNetwork;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.doorlight.protocol.core.Moment;
import org.doorlight.protocol.core.SteadyCore;
import org.doorlight.protocol.core.StoreFault;

/** The core as the loop sees it. The network hears which frames are worked off, and reads on; the time service is asked now and then. */
record LoopCore(SteadyCore core, NettyNetwork network, TimeService timeService) implements Core {
    @Override
    public List<Effect> handle(Moment now, Input input) {
        List<Effect> effects = new ArrayList<>();
        if (input instanceof Input.Tick && timeService.isDue(now)) {
            effects.addAll(core.handle(now, new Input.TimeService(timeService.keepsTime())));
        }
        effects.addAll(core.handle(now, input));
        if (input instanceof Input.Received received) {
            network.consumed(received.session(), received.frame().length);
        }
        return effects;
    }

    @Override
    public List<Effect.Deed> storeFailed(Moment now, StoreFault fault, List<Effect.Deed> dropped) {
        return core.storeFailed(now, fault, dropped);
    }
}
