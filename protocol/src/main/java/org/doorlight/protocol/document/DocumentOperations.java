package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operation table of a saved document, with each operation's own id and those that overwrote it. */
final class DocumentOperations {
    private final Map<OperationId, Operation> operations = new LinkedHashMap<>();
    private final List<OperationId> order = new ArrayList<>();

    private DocumentOperations() {}

    static DocumentOperations read(ColumnTable table, int actors) throws Refusal {
        var bounds = new OperationIdGroup.Bounds(
                ChangeLimits.DOCUMENT_OPERATIONS_MAX, ChangeLimits.DOCUMENT_SUCCESSORS_MAX, actors);
        OperationColumns columns = OperationColumns.ofDocument(table, bounds);
        var idActors = new UnsignedColumn(
                "operation actor",
                table.column(ColumnSpec.ID_ACTOR),
                bounds.rowsMax(),
                actors - 1L,
                Reason.UNKNOWN_ACTOR);
        var idCounters = new DeltaColumn(
                "operation counter",
                table.column(ColumnSpec.ID_COUNTER),
                bounds.rowsMax(),
                1,
                ChangeLimits.OPERATION_COUNTER_MAX);
        var read = new DocumentOperations();
        while (columns.hasNext()) {
            idActors.nextValue();
            idCounters.nextValue();
            read.add(new OperationId((int) idActors.value(), idCounters.value()), columns.next());
        }
        columns.finish();
        idActors.finish();
        idCounters.finish();
        return read;
    }

    int size() {
        return order.size();
    }

    private void add(OperationId id, Operation operation) throws Refusal {
        if (operations.put(id, operation) != null) {
            throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "two operations have the same id");
        }
        order.add(id);
    }

    /** Checks what the operations refer to, and that they are exactly those of the changes. */
    void check(DocumentChanges changes) throws Refusal {
        var all = new LinkedHashSet<OperationId>(order);
        for (var entry : operations.entrySet()) {
            Operation operation = entry.getValue();
            checkObject(operation);
            checkElement(operation);
            checkSuccessors(entry.getKey(), operation);
            all.addAll(Arrays.asList(operation.others()));
        }
        checkCounters(all, changes);
    }

    private void checkObject(Operation operation) throws Refusal {
        boolean byName = operation.key() instanceof Key.Name;
        boolean map = operation.object().isNone();
        if (!map) {
            Operation maker = operations.get(operation.object());
            if (maker == null || !maker.action().makes()) {
                throw new Refusal(Reason.BAD_REFERENCE, "an operation's object is not there");
            }
            map = maker.action().makesMap();
        }
        if (map != byName) {
            throw new Refusal(Reason.BAD_KEY, "a map is used like a sequence, or the other way round");
        }
    }

    private void checkElement(Operation operation) throws Refusal {
        if (operation.key() instanceof Key.Element element && !element.id().isNone()) {
            Operation inserted = operations.get(element.id());
            if (inserted == null || !inserted.insert() || !inserted.object().equals(operation.object())) {
                throw new Refusal(Reason.BAD_REFERENCE, "an element was not inserted into this sequence");
            }
        }
    }

    // Actors of a document are listed in ascending order, so their indices compare as they do.
    private static void checkSuccessors(OperationId id, Operation operation) throws Refusal {
        OperationId before = id;
        for (OperationId successor : operation.others()) {
            int byCounter = Long.compare(before.counter(), successor.counter());
            if (byCounter > 0 || (byCounter == 0 && before.actor() >= successor.actor())) {
                throw new Refusal(Reason.PREDECESSORS_OUT_OF_ORDER, "the successors are not ascending");
            }
            before = successor;
        }
    }

    // Deletions are kept as successors only. With them the operations of a change are numbered without a gap, up to
    // the last one that the change table names.
    private static void checkCounters(Set<OperationId> all, DocumentChanges changes) throws Refusal {
        var counted = new LinkedHashMap<OperationId, Integer>();
        var smallest = new LinkedHashMap<OperationId, Long>();
        for (OperationId id : all) {
            var last = new OperationId(id.actor(), lastOfItsChange(id, changes.lastOperations(id.actor())));
            counted.merge(last, 1, Integer::sum);
            smallest.merge(last, id.counter(), Math::min);
            if (!all.contains(last)) {
                throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "a change's last operation is missing");
            }
        }
        for (OperationId id : all) {
            Integer count = counted.get(id);
            Long first = smallest.get(id);
            if (count != null && first != null && id.counter() - first + 1 != count) {
                throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "a change's operations have a gap");
            }
        }
    }

    private static long lastOfItsChange(OperationId id, List<Long> lastOperations) throws Refusal {
        int from = 0;
        int to = lastOperations.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (lastOperations.get(middle) < id.counter()) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == lastOperations.size()) {
            throw new Refusal(Reason.INCONSISTENT_DOCUMENT, "an operation belongs to no change");
        }
        return lastOperations.get(from);
    }
}
