package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Decides whether the bytes of an Automerge change may reach native code.
 *
 * <p>Everything is decoded, nothing is believed: chunk, checksum, numbers in their shortest form, columns known and
 * ordered, each column of exactly as many rows as there are operations, actors in range, and every reference inside the
 * change to something of the right kind. Whatever the format's writers never produce is refused too, because the engine
 * writes changes anew when a document is saved and loaded, and one it would write otherwise loses its hash.
 *
 * <p>What a single change cannot show, whether the earlier operations it names are what it takes them for, is decided
 * by {@link DocumentOutline}; both have to agree before native code sees a change. Pure: no
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
     * Judges chunks that follow each other, each by itself, as files hold them. After a chunk whose end cannot be
     * known, or beyond the bounds for files, one refusal stands for the rest.
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
        DecodedChange change = DecodedChange.read(chunk.contents());
        ChangeReferences.check(change, EarlierOperations.UNKNOWN);
        return summary(chunk, change.header(), change.operations());
    }

    private static ChangeSummary summary(Chunk chunk, ChangeHeader header, List<Operation> operations) {
        return new ChangeSummary(
                chunk.id(),
                header.author(),
                header.sequence(),
                header.startOperation(),
                operations.size(),
                header.dependencies(),
                rootNames(operations),
                new PlainChange(chunk.bytes()));
    }

    private static SortedSet<String> rootNames(List<Operation> operations) {
        SortedSet<String> names = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.object().equals(OperationId.NONE) && operation.key() instanceof Key.Name name) {
                names.add(name.text().toString());
            }
        }
        return names;
    }
}
