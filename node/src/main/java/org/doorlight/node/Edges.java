package org.doorlight.node;

import java.util.function.Consumer;
import org.doorlight.node.api.ApiServer;
import org.doorlight.node.gateway.NudgeProgram;
import org.doorlight.node.net.NettyNetwork;
import org.doorlight.node.trial.TrialBench;
import org.doorlight.protocol.core.Effect;
import org.doorlight.protocol.core.Input;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends each deed to the edge it is for. */
record Edges(NettyNetwork network, ApiServer api, TrialBench bench, NudgeProgram nudges, Consumer<Input> inbox)
        implements Effect.Edge {
    private static final Logger LOG = LoggerFactory.getLogger("doorlight");

    @Override
    public void send(Effect.Send effect) {
        network.send(effect);
    }

    @Override
    public void close(Effect.Close effect) {
        network.close(effect);
    }

    @Override
    public void dial(Effect.Dial effect) {
        network.dial(effect);
    }

    @Override
    public void answer(Effect.Answer effect) {
        api.answer(effect);
    }

    @Override
    public void announce(Effect.Announce effect) {
        api.announce(effect);
        nudges.announce(effect);
    }

    @Override
    public void note(Effect.Note effect) {
        LOG.info(effect.line());
    }

    @Override
    public void again(Effect.Again effect) {
        inbox.accept(new Input.Again());
    }

    @Override
    public void attempt(Effect.Try effect) {
        bench.attempt(effect);
    }
}
