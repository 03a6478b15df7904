package org.doorlight.protocol.document;

import java.util.Arrays;

/** How far each actor had come in the changes that one change follows, itself included. Immutable. */
final class CausalPast {
    static final CausalPast NOTHING = new CausalPast(new long[0], new long[0]);

    private final long[] sequences;
    private final long[] lastOperations;

    private CausalPast(long[] sequences, long[] lastOperations) {
        this.sequences = sequences;
        this.lastOperations = lastOperations;
    }

    /** The number of the actor's last change, 0 if there is none or the actor is unknown. */
    long sequence(int actor) {
        return actor >= 0 && actor < sequences.length ? sequences[actor] : 0;
    }

    /** The counter of the actor's last operation, 0 if there is none. */
    long lastOperation(int actor) {
        return actor >= 0 && actor < lastOperations.length ? lastOperations[actor] : 0;
    }

    /** The largest counter of any actor. */
    long lastOperation() {
        return Arrays.stream(lastOperations).max().orElse(0);
    }

    CausalPast with(CausalPast other) {
        return new CausalPast(larger(sequences, other.sequences), larger(lastOperations, other.lastOperations));
    }

    CausalPast with(int actor, long sequence, long lastOperation) {
        long[] moreSequences = Arrays.copyOf(sequences, Math.max(sequences.length, actor + 1));
        long[] moreOperations = Arrays.copyOf(lastOperations, moreSequences.length);
        moreSequences[actor] = sequence;
        moreOperations[actor] = lastOperation;
        return new CausalPast(moreSequences, moreOperations);
    }

    private static long[] larger(long[] left, long[] right) {
        long[] larger = Arrays.copyOf(left, Math.max(left.length, right.length));
        for (int index = 0; index < right.length; index++) {
            larger[index] = Math.max(larger[index], right[index]);
        }
        return larger;
    }
}
