package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of a change before its columns. Its time and message are checked and dropped.
 *
 * @param dependencies the changes it directly follows, ascending
 * @param author who wrote it: actor index 0 in its columns
 * @param sequence which of the author's changes it is, from 1
 * @param startOperation the counter of its first operation, from 1
 * @param others the other actors its columns name, ascending, from index 1 on
 */
record ChangeHeader(
        List<ChangeId> dependencies, ActorId author, long sequence, long startOperation, List<ActorId> others) {

    static ChangeHeader read(ByteCursor cursor) throws Refusal {
        List<ChangeId> dependencies = readDependencies(cursor);
        ActorId author = readActor(cursor);
        long sequence = readCounter(cursor, ChangeLimits.SEQUENCE_MAX, "sequence");
        long startOperation = readCounter(cursor, ChangeLimits.OPERATION_COUNTER_MAX, "first operation");
        cursor.signed();
        skipMessage(cursor);
        List<ActorId> others = readOthers(cursor, author);
        if (sequence > 1 && dependencies.isEmpty()) {
            throw new Refusal(
                    Reason.SEQUENCE_WITHOUT_DEPENDENCY, "change " + sequence + " of an actor depends on nothing");
        }
        return new ChangeHeader(dependencies, author, sequence, startOperation, others);
    }

    /** How many actors the columns may refer to. */
    int actors() {
        return 1 + others.size();
    }

    /** The actor behind an index in the columns. */
    ActorId actor(int index) {
        return index == 0 ? author : others.get(index - 1);
    }

    private static List<ChangeId> readDependencies(ByteCursor cursor) throws Refusal {
        int count = cursor.unsigned(ChangeLimits.CHANGE_DEPENDENCIES_MAX, Reason.TOO_MANY_DEPENDENCIES, "dependencies");
        var dependencies = new ArrayList<ChangeId>();
        for (int index = 0; index < count; index++) {
            var id = new ChangeId(cursor.take(ChangeId.BYTES).copy());
            if (index > 0 && dependencies.get(index - 1).compareTo(id) >= 0) {
                throw new Refusal(Reason.DEPENDENCIES_OUT_OF_ORDER, "the dependencies are not ascending");
            }
            dependencies.add(id);
        }
        return dependencies;
    }

    private static List<ActorId> readOthers(ByteCursor cursor, ActorId author) throws Refusal {
        int count = cursor.unsigned(ChangeLimits.CHANGE_OTHER_ACTORS_MAX, Reason.TOO_MANY_ACTORS, "other actors");
        var others = new ArrayList<ActorId>();
        for (int index = 0; index < count; index++) {
            ActorId other = readActor(cursor);
            boolean ascending = index == 0 || others.get(index - 1).compareTo(other) < 0;
            if (!ascending || other.equals(author)) {
                throw new Refusal(Reason.ACTORS_OUT_OF_ORDER, "the other actors are not ascending, or name the author");
            }
            others.add(other);
        }
        return others;
    }

    static ActorId readActor(ByteCursor cursor) throws Refusal {
        int length = cursor.unsigned(ChangeLimits.ACTOR_BYTES_MAX, Reason.BAD_ACTOR, "bytes of an actor");
        if (length == 0) {
            throw new Refusal(Reason.BAD_ACTOR, "an actor's id is empty");
        }
        return new ActorId(cursor.take(length).copy());
    }

    private static long readCounter(ByteCursor cursor, long max, String what) throws Refusal {
        long counter = cursor.unsigned64();
        if (counter < 1 || counter > max) {
            throw new Refusal(
                    Reason.NUMBER_OUT_OF_RANGE,
                    "the " + what + " " + Long.toUnsignedString(counter) + " is out of range");
        }
        return counter;
    }

    private static void skipMessage(ByteCursor cursor) throws Refusal {
        int length = cursor.unsigned(ChangeLimits.MESSAGE_BYTES_MAX, Reason.TOO_LONG, "bytes of a message");
        cursor.take(length).text();
    }
}
