package org.doorlight.protocol.document;

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
        List<ChangeId> dependencies = ChunkFields.readChangeIds(cursor);
        ActorId author = ChunkFields.readActor(cursor);
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

    private static List<ActorId> readOthers(ByteCursor cursor, ActorId author) throws Refusal {
        List<ActorId> others = ChunkFields.readActors(cursor, ChangeLimits.CHANGE_OTHER_ACTORS_MAX);
        if (others.contains(author)) {
            throw new Refusal(Reason.ACTORS_OUT_OF_ORDER, "the author is listed among the other actors");
        }
        return others;
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
