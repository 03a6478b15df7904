package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/** Fields that changes and saved documents have in common. */
final class ChunkFields {
    private ChunkFields() {}

    /** A count, then that many hashes, strictly ascending: dependencies or heads. */
    static List<ChangeId> readChangeIds(ByteCursor cursor) throws Refusal {
        int count = cursor.unsigned(
                ChangeLimits.CHANGE_DEPENDENCIES_MAX, Reason.TOO_MANY_DEPENDENCIES, "dependencies or heads");
        var ids = new ArrayList<ChangeId>();
        for (int index = 0; index < count; index++) {
            var id = new ChangeId(cursor.take(ChangeId.BYTES).copy());
            if (index > 0 && ids.get(index - 1).compareTo(id) >= 0) {
                throw new Refusal(Reason.DEPENDENCIES_OUT_OF_ORDER, "the dependencies or heads are not ascending");
            }
            ids.add(id);
        }
        return ids;
    }

    /** A count, then that many actors, strictly ascending. */
    static List<ActorId> readActors(ByteCursor cursor, int max) throws Refusal {
        int count = cursor.unsigned(max, Reason.TOO_MANY_ACTORS, "actors");
        var actors = new ArrayList<ActorId>();
        for (int index = 0; index < count; index++) {
            ActorId actor = readActor(cursor);
            if (index > 0 && actors.get(index - 1).compareTo(actor) >= 0) {
                throw new Refusal(Reason.ACTORS_OUT_OF_ORDER, "the actors are not ascending");
            }
            actors.add(actor);
        }
        return actors;
    }

    /** A length, then the bytes of an actor's id. */
    static ActorId readActor(ByteCursor cursor) throws Refusal {
        int length = cursor.unsigned(ChangeLimits.ACTOR_BYTES_MAX, Reason.BAD_ACTOR, "bytes of an actor");
        if (length == 0) {
            throw new Refusal(Reason.BAD_ACTOR, "an actor's id is empty");
        }
        return new ActorId(cursor.take(length).copy());
    }
}
