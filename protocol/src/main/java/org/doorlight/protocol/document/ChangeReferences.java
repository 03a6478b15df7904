package org.doorlight.protocol.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operations of one change may refer to. Its own operations are known, so objects, elements and predecessors
 * among them must be of the right kind. Earlier ones are not at hand here; they must at least lie before this change and
 * be used alike throughout.
 */
final class ChangeReferences {
    private final ChangeHeader header;
    private final List<Operation> operations;
    private final int[] depths;
    private final boolean[] actorUsed;
    private final Map<OperationId, Boolean> earlierObjectIsMap = new HashMap<>();

    private ChangeReferences(ChangeHeader header, List<Operation> operations) {
        this.header = header;
        this.operations = operations;
        this.depths = new int[operations.size()];
        this.actorUsed = new boolean[header.actors()];
        this.actorUsed[0] = true;
    }

    static void check(ChangeHeader header, List<Operation> operations) throws Refusal {
        var references = new ChangeReferences(header, operations);
        for (int index = 0; index < operations.size(); index++) {
            references.checkObject(index);
            references.checkElement(index);
            references.checkPredecessors(index);
            references.checkMark(index);
        }
        references.checkActorsUsed();
    }

    private void checkObject(int index) throws Refusal {
        Operation operation = operations.get(index);
        OperationId object = operation.object();
        int depth = 0;
        if (!object.isNone()) {
            boolean byName = operation.key() instanceof Key.Name;
            int maker = resolve(object, index);
            boolean map = maker < 0 ? earlierIsMap(object, byName) : madeMap(maker);
            if (map != byName) {
                throw new Refusal(Reason.BAD_KEY, "a map is used like a sequence, or the other way round");
            }
            depth = maker < 0 ? 0 : depths[maker];
        }
        depths[index] = depth + 1;
        if (operation.action().makes() && depths[index] > ChangeLimits.CHANGE_DEPTH_MAX) {
            throw new Refusal(
                    Reason.TOO_DEEP, "objects are nested deeper than " + ChangeLimits.CHANGE_DEPTH_MAX + " levels");
        }
    }

    private boolean madeMap(int maker) throws Refusal {
        Action action = operations.get(maker).action();
        if (!action.makes()) {
            throw new Refusal(Reason.BAD_REFERENCE, "an operation's object was not made as one");
        }
        return action.makesMap();
    }

    private boolean earlierIsMap(OperationId object, boolean byName) {
        Boolean known = earlierObjectIsMap.putIfAbsent(object, byName);
        return known == null ? byName : known;
    }

    private void checkElement(int index) throws Refusal {
        Operation operation = operations.get(index);
        if (operation.key() instanceof Key.Element element && !element.id().isNone()) {
            int inserter = resolve(element.id(), index);
            if (inserter >= 0) {
                Operation target = operations.get(inserter);
                if (!target.insert() || !target.object().equals(operation.object())) {
                    throw new Refusal(Reason.BAD_REFERENCE, "an element was not inserted into this sequence");
                }
            }
        }
    }

    private void checkPredecessors(int index) throws Refusal {
        OperationId before = OperationId.NONE;
        for (OperationId predecessor : operations.get(index).others()) {
            if (!before.isNone() && compare(before, predecessor) >= 0) {
                throw new Refusal(Reason.PREDECESSORS_OUT_OF_ORDER, "the predecessors are not ascending");
            }
            int target = resolve(predecessor, index);
            if (target >= 0) {
                checkOverwrites(operations.get(index), target);
            }
            before = predecessor;
        }
    }

    private void checkOverwrites(Operation operation, int targetIndex) throws Refusal {
        Operation target = operations.get(targetIndex);
        boolean hasValue = target.action() == Action.SET || target.action().makes();
        boolean counted = operation.action() != Action.INCREMENT || target.value() == ValueType.COUNTER;
        Key place = target.insert() ? new Key.Element(idOf(targetIndex)) : target.key();
        if (!hasValue || !counted || !target.object().equals(operation.object()) || !place.equals(operation.key())) {
            throw new Refusal(Reason.BAD_REFERENCE, "a predecessor is not a value at the same place");
        }
    }

    // Both ends are written in one go; the engine finds the end by the counter after the beginning's.
    private void checkMark(int index) throws Refusal {
        if (operations.get(index).action() != Action.MARK) {
            return;
        }
        boolean begins = operations.get(index).beginsMark();
        int partnerIndex = begins ? index + 1 : index - 1;
        if (partnerIndex < 0 || partnerIndex >= operations.size()) {
            throw new Refusal(Reason.UNPAIRED_MARK, "a mark has only one end");
        }
        Operation partner = operations.get(partnerIndex);
        boolean pair = partner.action() == Action.MARK
                && partner.beginsMark() != begins
                && partner.object().equals(operations.get(index).object());
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

    /** The index of the operation referred to, -1 if it belongs to an earlier change. */
    private int resolve(OperationId id, int index) throws Refusal {
        actorUsed[id.actor()] = true;
        long offset = id.counter() - header.startOperation();
        if (offset < 0) {
            checkEarlierExists(id);
            return -1;
        }
        if (id.actor() != 0 || offset >= index) {
            throw new Refusal(Reason.REFERENCE_TO_FUTURE, "an operation refers to one that does not come before it");
        }
        return (int) offset;
    }

    // A change without dependencies knows no other change, and an actor's first change none of its own.
    private void checkEarlierExists(OperationId id) throws Refusal {
        boolean ownFirst = id.actor() == 0 && header.sequence() == 1;
        if (ownFirst || header.dependencies().isEmpty()) {
            throw new Refusal(Reason.REFERENCE_TO_FUTURE, "an operation refers to a change that cannot have come before");
        }
    }

    private OperationId idOf(int index) {
        return new OperationId(0, header.startOperation() + index);
    }

    private int compare(OperationId left, OperationId right) {
        int byCounter = Long.compare(left.counter(), right.counter());
        return byCounter != 0 ? byCounter : header.actor(left.actor()).compareTo(header.actor(right.actor()));
    }
}
