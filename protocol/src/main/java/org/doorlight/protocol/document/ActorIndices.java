package org.doorlight.protocol.document;

import java.util.LinkedHashMap;
import java.util.Map;

/** Translates between the actor indices of one change and those of a document's outline. */
final class ActorIndices {

    /** Stands for an actor that one side does not know. */
    static final int UNKNOWN = -2;

    private final int[] here;
    private final Map<Integer, Integer> inChange = new LinkedHashMap<>();

    /** @param actors the outline's indices */
    ActorIndices(ChangeHeader header, Map<ActorId, Integer> actors) {
        here = new int[header.actors()];
        for (int index = 0; index < here.length; index++) {
            here[index] = actors.getOrDefault(header.actor(index), UNKNOWN);
            inChange.put(here[index], index);
        }
    }

    /** Sets the author's index, once the outline has one. */
    void authorIs(int index) {
        here[0] = index;
    }

    OperationId toHere(OperationId id) {
        return id.isNone() ? id : new OperationId(here[id.actor()], id.counter());
    }

    OperationId toChange(OperationId id) {
        return id.isNone() ? id : new OperationId(inChange.getOrDefault(id.actor(), UNKNOWN), id.counter());
    }
}
