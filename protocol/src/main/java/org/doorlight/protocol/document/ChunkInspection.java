package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Explains a file of Automerge chunks, changes and saved documents alike, without trusting any of it. Pure, bounded
 * like {@link ChangeValidator#validateAll}, and an answer for any bytes.
 */
public final class ChunkInspection {
    private ChunkInspection() {}

    /** One chunk of a file. */
    public sealed interface Finding {}

    /** A change, or bytes that are no chunk at all. */
    public record Change(ChangeVerdict verdict) implements Finding {}

    /** A saved document. */
    public record Document(DocumentVerdict verdict) implements Finding {}

    /**
     * Looks at every chunk of a file in turn.
     *
     * @param bytes the file
     * @return a finding per chunk, in their order; a refusal for the rest where the next chunk cannot be found
     */
    public static List<Finding> inspect(byte[] bytes) {
        var findings = new ArrayList<Finding>();
        try {
            var frames = new ChunkFrames(bytes);
            while (frames.hasNext()) {
                findings.add(finding(frames.next(), frames));
            }
        } catch (Refusal refusal) {
            findings.add(new Change(new ChangeVerdict.Refused(refusal.reason(), refusal.detail())));
        }
        return List.copyOf(findings);
    }

    private static Finding finding(ChunkFrame frame, ChunkFrames frames) throws Refusal {
        if (frame.type() == ChunkFrame.Type.DOCUMENT) {
            frames.countDocument();
            return new Document(DocumentChunkValidator.verdict(frame));
        }
        ChangeVerdict verdict = ChangeValidator.verdict(frame);
        if (verdict instanceof ChangeVerdict.Acceptable acceptable) {
            frames.keep(acceptable.summary().plain().length());
            frames.count(acceptable.summary().operations());
        } else {
            // It may have been refused for its last operation, and inflated for it.
            frames.count(ChangeLimits.CHANGE_OPERATIONS_MAX);
        }
        return new Change(verdict);
    }
}
