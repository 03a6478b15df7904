package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/** The change table of a saved document: who wrote which change, up to which operation, after which others. */
final class DocumentChanges {
    private static final int ROWS_MAX = ChangeLimits.DOCUMENT_CHANGES_MAX;
    private static final int DEPENDENCIES_MAX = 4 * ROWS_MAX;

    private final List<List<Long>> lastOperations = new ArrayList<>();
    private final List<Boolean> followed = new ArrayList<>();

    private DocumentChanges(int actors) {
        for (int actor = 0; actor < actors; actor++) {
            lastOperations.add(new ArrayList<>());
        }
    }

    static DocumentChanges read(ColumnTable table, int actors) throws Refusal {
        var changes = new DocumentChanges(actors);
        new Columns(table, actors).readInto(changes);
        return changes;
    }

    int size() {
        return followed.size();
    }

    /** The counters of the last operations of an actor's changes, in the order they were written. */
    List<Long> lastOperations(int actor) {
        return lastOperations.get(actor);
    }

    /**
     * Checks that as many changes are followed by none as there are heads, and, if the rest of the chunk says which,
     * that it is these.
     */
    void checkHeads(int heads, ByteCursor indices) throws Refusal {
        long unfollowed = followed.stream().filter(any -> !any).count();
        if (unfollowed != heads) {
            throw new Refusal(
                    Reason.INCONSISTENT_DOCUMENT,
                    unfollowed + " changes are followed by none, but there are " + heads + " heads");
        }
        // Older writers end the chunk before the indices.
        for (int index = 0; index < heads && !(index == 0 && indices.isEmpty()); index++) {
            int head = indices.unsigned(size() - 1, Reason.INCONSISTENT_DOCUMENT, "is no index of a head");
            if (followed.get(head)) {
                throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "a head is followed by another change");
            }
        }
        if (!indices.isEmpty()) {
            throw new Refusal(Reason.TRAILING_BYTES, indices.remaining() + " bytes follow the document");
        }
    }

    private void add(int actor, long sequence, long lastOperation) throws Refusal {
        List<Long> before = lastOperations.get(actor);
        if (sequence != before.size() + 1) {
            throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "an actor's changes are not numbered one by one");
        }
        if (!before.isEmpty() && before.get(before.size() - 1) > lastOperation) {
            throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "an actor's operations go backwards");
        }
        before.add(lastOperation);
        followed.add(false);
    }

    private void follow(long dependency) throws Refusal {
        if (dependency >= size() - 1) {
            throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "a change follows one that does not come before it");
        }
        followed.set((int) dependency, true);
    }

    /** The columns, read row by row. */
    private static final class Columns {
        private final UnsignedColumn actors;
        private final DeltaColumn sequences;
        private final DeltaColumn lastOperations;
        private final DeltaColumn times;
        private final TextColumn messages;
        private final UnsignedColumn dependencyCounts;
        private final DeltaColumn dependencies;
        private final ValueColumn extras;
        private final boolean anyExtra;

        Columns(ColumnTable table, int actorCount) {
            actors = new UnsignedColumn(
                    "actor", table.column(ColumnSpec.CHANGE_ACTOR), ROWS_MAX, actorCount - 1L, Reason.UNKNOWN_ACTOR);
            sequences = delta(table, "sequence", ColumnSpec.CHANGE_SEQUENCE, 1, ChangeLimits.SEQUENCE_MAX);
            lastOperations = delta(
                    table, "last operation", ColumnSpec.CHANGE_MAX_OPERATION, 0, ChangeLimits.OPERATION_COUNTER_MAX);
            times = delta(table, "time", ColumnSpec.CHANGE_TIME, Long.MIN_VALUE, Long.MAX_VALUE);
            messages = new TextColumn(
                    "message",
                    table.column(ColumnSpec.CHANGE_MESSAGE),
                    ROWS_MAX,
                    ChangeLimits.MESSAGE_BYTES_MAX,
                    ChangeLimits.DOCUMENT_PLAIN_BYTES_MAX);
            dependencyCounts = new UnsignedColumn(
                    "dependency count",
                    table.column(ColumnSpec.CHANGE_DEPENDENCY_COUNT),
                    ROWS_MAX,
                    ChangeLimits.CHANGE_DEPENDENCIES_MAX,
                    Reason.TOO_MANY_DEPENDENCIES);
            dependencies = new DeltaColumn(
                    "dependency", table.column(ColumnSpec.CHANGE_DEPENDENCY), DEPENDENCIES_MAX, 0, ROWS_MAX);
            extras = new ValueColumn(
                    table.column(ColumnSpec.CHANGE_EXTRA_METADATA), table.column(ColumnSpec.CHANGE_EXTRA), ROWS_MAX);
            anyExtra = table.has(ColumnSpec.CHANGE_EXTRA_METADATA);
        }

        private static DeltaColumn delta(ColumnTable table, String name, int spec, long min, long max) {
            return new DeltaColumn(name, table.column(spec), ROWS_MAX, min, max);
        }

        void readInto(DocumentChanges changes) throws Refusal {
            while (actors.hasNext()) {
                actors.nextValue();
                sequences.nextValue();
                lastOperations.nextValue();
                times.nextValue();
                messages.next();
                if (anyExtra) {
                    extras.next();
                }
                changes.add((int) actors.value(), sequences.value(), lastOperations.value());
                for (long left = dependencyCounts.nextOr(0); left > 0; left--) {
                    dependencies.nextValue();
                    changes.follow(dependencies.value());
                }
            }
            finish();
        }

        private void finish() throws Refusal {
            for (RunLengthColumn column :
                    List.of(actors, sequences, lastOperations, times, messages, dependencyCounts, dependencies)) {
                column.finish();
            }
            extras.finish();
        }
    }
}
