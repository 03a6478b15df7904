package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.List;

/** The effects of the input at hand, in order. */
final class Outbox {
    private List<Effect> effects = new ArrayList<>();
    private long bytesOut;

    void add(Effect effect) {
        effects.add(effect);
    }

    void send(SessionId session, byte[] frame) {
        bytesOut += frame.length;
        add(new Effect.Send(session, frame));
    }

    void answer(long ticket, Reply reply) {
        add(new Effect.Answer(ticket, reply));
    }

    /** Payload bytes sent since the start. */
    long bytesOut() {
        return bytesOut;
    }

    /** Hands everything over and starts anew. */
    List<Effect> empty() {
        List<Effect> all = effects;
        effects = new ArrayList<>();
        return all;
    }
}
