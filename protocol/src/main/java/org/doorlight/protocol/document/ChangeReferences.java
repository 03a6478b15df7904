package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the operations of one change may refer to: objects, elements and predecessors of the right kind, among the
 * change's own operations and, as far as they are known, the earlier ones. Unknown ones must at least lie before this
 * change and be used alike throughout.
 */
final class ChangeReferences {
    private final ChangeHeader header;
    private final List<Operation> operations;
    private final EarlierOperations earlier;
    private final List<PlacedOperation> placed = new ArrayList<>();
    private final PlacesWritten written = new PlacesWritten();
    private final boolean[] actorUsed;
    private final Map<OperationId, Boolean> unknownObjectIsMap = new LinkedHashMap<>();

    private ChangeReferences(DecodedChange change, EarlierOperations earlier) {
        this.header = change.header();
        this.operations = change.operations();
        this.earlier = earlier;
        this.actorUsed = new boolean[header.actors()];
        this.actorUsed[0] = true;
    }

    /** Checks every reference, and returns what the operations are to later ones. */
    static List<PlacedOperation> check(DecodedChange change, EarlierOperations earlier) throws Refusal {
        var references = new ChangeReferences(change, earlier);
        for (int index = 0; index < references.operations.size(); index++) {
            references.check(index);
        }
        references.checkActorsUsed();
        return references.placed;
    }

    private void check(int index) throws Refusal {
        Operation operation = operations.get(index);
        int depth = depthIn(operation);
        checkElement(operation);
        checkPredecessors(operation);
        checkMark(index);
        var id = new OperationId(0, header.startOperation() + index);
        if (!operation.insert()) {
            written.note(operation, id, insertedHere(operation));
        }
        placed.add(PlacedOperation.of(id, operation, depth));
    }

    private int depthIn(Operation operation) throws Refusal {
        OperationId object = operation.object();
        if (object.isNone()) {
            return 1;
        }
        PlacedOperation maker = find(object);
        boolean byName = operation.key() instanceof Key.Name;
        boolean map = maker == null ? unknownIsMap(object, byName) : isMap(maker);
        if (map != byName) {
            throw new Refusal(Reason.BAD_KEY, "a map is used like a sequence, or the other way round");
        }
        int depth = maker == null ? 1 : maker.depth() + 1;
        if (operation.action().makes() && depth > ChangeLimits.CHANGE_DEPTH_MAX) {
            throw new Refusal(
                    Reason.TOO_DEEP, "objects are nested deeper than " + ChangeLimits.CHANGE_DEPTH_MAX + " levels");
        }
        return depth;
    }

    private boolean unknownIsMap(OperationId object, boolean byName) {
        Boolean before = unknownObjectIsMap.putIfAbsent(object, byName);
        return before == null ? byName : before;
    }

    private static boolean isMap(PlacedOperation maker) throws Refusal {
        if (!maker.action().makes()) {
            throw new Refusal(Reason.BAD_REFERENCE, "an operation's object was not made as one");
        }
        return maker.action().makesMap();
    }

    private void checkElement(Operation operation) throws Refusal {
        if (operation.key() instanceof Key.Element element && !element.id().isNone()) {
            PlacedOperation inserted = find(element.id());
            if (inserted != null && !(inserted.element() && inserted.object().equals(operation.object()))) {
                throw new Refusal(Reason.BAD_REFERENCE, "an element was not inserted into this sequence");
            }
        }
    }

    private @Nullable OperationId insertedHere(Operation operation) {
        boolean here = operation.key() instanceof Key.Element element
                && element.id().actor() == 0
                && element.id().counter() >= header.startOperation();
        return here ? ((Key.Element) operation.key()).id() : null;
    }

    private void checkPredecessors(Operation operation) throws Refusal {
        OperationId before = OperationId.NONE;
        for (OperationId predecessor : operation.others()) {
            PlacedOperation target = find(predecessor);
            if (!before.isNone() && compare(before, predecessor) >= 0) {
                throw new Refusal(Reason.PREDECESSORS_OUT_OF_ORDER, "the predecessors are not ascending");
            }
            if (target != null && !target.canBeOverwrittenBy(operation)) {
                throw new Refusal(Reason.BAD_REFERENCE, "a predecessor is not a value at the same place");
            }
            before = predecessor;
        }
    }

    // Both ends are written in one go; the engine finds the end by the counter after the beginning's.
    private void checkMark(int index) throws Refusal {
        Operation mark = operations.get(index);
        if (mark.action() != Action.MARK) {
            return;
        }
        int partnerIndex = mark.beginsMark() ? index + 1 : index - 1;
        if (partnerIndex < 0 || partnerIndex >= operations.size()) {
            throw new Refusal(Reason.UNPAIRED_MARK, "a mark has only one end");
        }
        Operation partner = operations.get(partnerIndex);
        boolean pair = partner.action() == Action.MARK
                && partner.beginsMark() != mark.beginsMark()
                && partner.object().equals(mark.object());
        if (!pair) {
            throw new Refusal(Reason.UNPAIRED_MARK, "a mark's two ends do not follow each other");
        }
    }

    private void checkActorsUsed() throws Refusal {
        for (boolean used : actorUsed) {
            if (!used) {
                throw new Refusal(Reason.ACTOR_UNUSED, "an actor is listed and not used");
            }
        }
    }

    /** The operation referred to, null if it belongs to an earlier change and nothing is known of it. */
    private @Nullable PlacedOperation find(OperationId id) throws Refusal {
        actorUsed[id.actor()] = true;
        long offset = id.counter() - header.startOperation();
        if (offset < 0) {
            checkEarlierPossible(id);
            return earlier.find(id);
        }
        if (id.actor() != 0 || offset >= placed.size()) {
            throw new Refusal(Reason.REFERENCE_TO_FUTURE, "an operation refers to one that does not come before it");
        }
        return placed.get((int) offset);
    }

    // A change without dependencies knows no other change, and an actor's first change none of its own.
    private void checkEarlierPossible(OperationId id) throws Refusal {
        boolean ownFirst = id.actor() == 0 && header.sequence() == 1;
        if (ownFirst || header.dependencies().isEmpty()) {
            throw new Refusal(
                    Reason.REFERENCE_TO_FUTURE, "an operation refers to a change that cannot have come before");
        }
    }

    private int compare(OperationId left, OperationId right) {
        int byCounter = Long.compare(left.counter(), right.counter());
        return byCounter != 0 ? byCounter : header.actor(left.actor()).compareTo(header.actor(right.actor()));
    }
}
