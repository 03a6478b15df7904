package org.doorlight.protocol.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the changes of one document have made so far, as far as later ones may refer to it: objects, elements and
 * values, and which change knew of which. It is the second door after {@link ChangeValidator}: a change can be well formed and
 * still put a name into what an earlier change made a list, and the engine aborts the process on that.
 *
 * <p>A change is judged against its own causal past only, never against what else happens to be here, so every node
 * comes to the same conclusion in whatever order changes arrive. A node's own changes are admitted too, or those that
 * follow them stay early. Costs about 150 bytes per operation that can be referred to. One owner, not for several
 * threads.
 */
public final class DocumentOutline {
    private final Map<ActorId, Integer> actors = new LinkedHashMap<>();
    private final Map<ChangeId, CausalPast> changes = new LinkedHashMap<>();
    private final Map<OperationId, PlacedOperation> operations = new LinkedHashMap<>();
    private CausalPast newest = CausalPast.NOTHING;

    /** How many changes were admitted. */
    public int changes() {
        return changes.size();
    }

    /**
     * Judges a change and, if it fits, counts it in. One that was admitted before is admitted again without effect.
     *
     * @param summary an acceptable change, which the caller applies to the document if it is admitted
     */
    public Admission admit(ChangeSummary summary) {
        if (changes.containsKey(summary.id())) {
            return new Admission.Admitted();
        }
        List<ChangeId> missing = summary.dependencies().stream()
                .filter(id -> !changes.containsKey(id))
                .toList();
        return missing.isEmpty() ? judge(summary) : new Admission.Early(missing);
    }

    private Admission judge(ChangeSummary summary) {
        CausalPast past = pastOf(summary);
        try {
            checkNext(summary, past);
            DecodedChange change = decode(summary);
            var indices = new ActorIndices(change.header(), actors);
            List<PlacedOperation> placed = ChangeReferences.check(change, id -> find(id, indices, past));
            add(summary, past, indices, placed);
            return new Admission.Admitted();
        } catch (Refusal refusal) {
            return new Admission.Refused(refusal.reason(), refusal.detail());
        }
    }

    private CausalPast pastOf(ChangeSummary summary) {
        CausalPast past = CausalPast.NOTHING;
        for (ChangeId dependency : summary.dependencies()) {
            past = past.with(changes.getOrDefault(dependency, CausalPast.NOTHING));
        }
        return past;
    }

    // The engine counts on both numbers without checking: a gap or an overlap gives two operations the same name.
    private void checkNext(ChangeSummary summary, CausalPast past) throws Refusal {
        int author = actors.getOrDefault(summary.actor(), ActorIndices.UNKNOWN);
        if (summary.sequence() != past.sequence(author) + 1) {
            throw new Refusal(
                    Reason.SEQUENCE_NOT_NEXT, "change " + summary.sequence() + " is not its actor's next one");
        }
        if (summary.sequence() <= newest.sequence(author)) {
            throw new Refusal(Reason.SEQUENCE_TAKEN, "there is another change " + summary.sequence() + " of its actor");
        }
        if (summary.startOperation() != past.lastOperation() + 1) {
            throw new Refusal(
                    Reason.START_NOT_NEXT,
                    "the first operation is " + summary.startOperation() + ", not " + (past.lastOperation() + 1));
        }
    }

    private static DecodedChange decode(ChangeSummary summary) throws Refusal {
        return DecodedChange.read(
                ChunkFrame.read(new ByteCursor(summary.plain().bytes())).contents());
    }

    private PlacedOperation find(OperationId id, ActorIndices indices, CausalPast past) throws Refusal {
        OperationId here = indices.toHere(id);
        if (id.counter() > past.lastOperation(here.actor())) {
            throw new Refusal(Reason.REFERENCE_TO_FUTURE, "an operation refers to one that its change did not know");
        }
        PlacedOperation found = operations.get(here);
        if (found == null) {
            throw new Refusal(Reason.BAD_REFERENCE, "an operation refers to one that is not there");
        }
        return found.mapped(indices::toChange);
    }

    private void add(ChangeSummary summary, CausalPast past, ActorIndices indices, List<PlacedOperation> placed) {
        int author = actors.computeIfAbsent(summary.actor(), unseen -> actors.size());
        indices.authorIs(author);
        long counter = summary.startOperation();
        for (PlacedOperation operation : placed) {
            if (operation.canBeReferredTo()) {
                operations.put(
                        new OperationId(author, counter), operation.detached().mapped(indices::toHere));
            }
            counter++;
        }
        CausalPast now = past.with(author, summary.sequence(), counter - 1);
        changes.put(summary.id(), now);
        newest = newest.with(now);
    }
}
