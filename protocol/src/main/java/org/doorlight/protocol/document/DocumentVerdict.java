package org.doorlight.protocol.document;

import java.util.List;

/** What {@link DocumentChunkValidator} found in a saved document. Neither outcome lets it near native code. */
public sealed interface DocumentVerdict {

    /**
     * The document is well formed and consistent, as far as can be told without rebuilding it.
     *
     * @param actors how many actors wrote it
     * @param changes how many changes it has
     * @param operations how many operations it keeps; deletions are not among them
     * @param heads the changes that nothing follows, ascending
     */
    record Acceptable(int actors, int changes, int operations, List<ChangeId> heads) implements DocumentVerdict {
        public Acceptable {
            heads = List.copyOf(heads);
        }
    }

    /**
     * The document is damaged or beyond the bounds.
     *
     * @param reason the kind of refusal
     * @param detail a sentence for a person, without content
     */
    record Refused(Reason reason, String detail) implements DocumentVerdict {}
}
