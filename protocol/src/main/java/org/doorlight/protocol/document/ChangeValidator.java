package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether the bytes of an Automerge change may reach native code.
 *
 * <p>Everything is decoded, nothing is believed: chunk, checksum, numbers in their shortest form, columns known and
 * ordered, each column of exactly as many rows as there are operations, actors in range, and every reference inside the
 * change to something of the right kind. Whatever the format's writers never produce is refused too, because the engine
 * writes changes anew when a document is saved and loaded, and one it would write otherwise loses its hash.
 *
 * <p>What a single change cannot show, whether the earlier operations it names exist, is not decided here. Pure: no
 * state, safe on any thread, and an answer for any bytes, never an exception.
 */
public final class ChangeValidator {
    private ChangeValidator() {}

    /**
     * Judges exactly one chunk, plain or compressed, with nothing after it.
     *
     * @param chunk the bytes as they came; not kept, not changed
     */
    public static ChangeVerdict validate(byte[] chunk) {
        try {
            var cursor = new ByteCursor(chunk);
            ChunkFrame frame = ChunkFrame.read(cursor);
            if (!cursor.isEmpty()) {
                throw new Refusal(Reason.TRAILING_BYTES, cursor.remaining() + " bytes follow the chunk");
            }
            return new ChangeVerdict.Acceptable(read(frame));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    /**
     * Judges chunks that follow each other, each by itself, as files hold them. After a chunk whose end cannot be known,
     * or beyond the bounds for files, one refusal stands for the rest.
     *
     * @param bytes the bytes of all chunks
     * @return a verdict per chunk, in their order; empty for no bytes
     */
    public static List<ChangeVerdict> validateAll(byte[] bytes) {
        var verdicts = new ArrayList<ChangeVerdict>();
        try {
            var frames = new ChunkFrames(bytes);
            while (frames.hasNext()) {
                ChangeVerdict verdict = verdict(frames.next());
                verdicts.add(verdict);
                if (verdict instanceof ChangeVerdict.Acceptable acceptable) {
                    frames.keep(acceptable.summary().plain().length());
                }
            }
        } catch (Refusal refusal) {
            verdicts.add(refused(refusal));
        }
        return List.copyOf(verdicts);
    }

    static ChangeVerdict verdict(ChunkFrame frame) {
        try {
            return new ChangeVerdict.Acceptable(read(frame));
        } catch (Refusal refusal) {
            return refused(refusal);
        }
    }

    private static ChangeVerdict refused(Refusal refusal) {
        return new ChangeVerdict.Refused(refusal.reason(), refusal.detail());
    }

    private static ChangeSummary read(ChunkFrame frame) throws Refusal {
        if (frame.type() == ChunkFrame.Type.DOCUMENT) {
            throw new Refusal(Reason.WHOLE_DOCUMENT, "the chunk is a whole document, not a single change");
        }
        Chunk chunk = frame.open(ChangeLimits.CHANGE_PLAIN_BYTES_MAX);
        ByteCursor cursor = chunk.contents();
        ChangeHeader header = ChangeHeader.read(cursor);
        ColumnTable table = ColumnTable.readList(cursor, ColumnLayout.CHANGE_OPERATIONS)
                .readColumns(cursor, ChangeLimits.CHANGE_PLAIN_BYTES_MAX);
        if (!cursor.isEmpty()) {
            // The format leaves room for later additions here. The engine keeps them; nobody writes any.
            throw new Refusal(Reason.TRAILING_BYTES, cursor.remaining() + " bytes follow the columns");
        }
        List<Operation> operations = readOperations(header, table);
        ChangeReferences.check(header, operations);
        return summary(chunk, header, operations.size());
    }

    private static List<Operation> readOperations(ChangeHeader header, ColumnTable table) throws Refusal {
        var bounds = new OperationIdGroup.Bounds(
                ChangeLimits.CHANGE_OPERATIONS_MAX, ChangeLimits.CHANGE_PREDECESSORS_MAX, header.actors());
        OperationColumns columns = OperationColumns.ofChange(table, bounds);
        var operations = new ArrayList<Operation>();
        while (columns.hasNext()) {
            Operation operation = columns.next();
            OperationShape.check(operation);
            operations.add(operation);
        }
        columns.finish();
        checkLastCounter(header.startOperation() + operations.size());
        return operations;
    }

    private static void checkLastCounter(long next) throws Refusal {
        if (next > ChangeLimits.OPERATION_COUNTER_MAX) {
            throw new Refusal(Reason.NUMBER_OUT_OF_RANGE, "the last operation's counter is out of range");
        }
    }

    private static ChangeSummary summary(Chunk chunk, ChangeHeader header, int operations) {
        return new ChangeSummary(
                chunk.id(),
                header.author(),
                header.sequence(),
                header.startOperation(),
                operations,
                header.dependencies(),
                new PlainChange(chunk.bytes()));
    }
}
