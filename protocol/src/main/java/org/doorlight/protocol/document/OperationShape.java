package org.doorlight.protocol.document;

/**
 * What one operation of a change must look like by itself. The rules are those of the writers: whatever the engine does
 * not keep when a document is saved (the value of a deletion, say) has to be absent, or the change would come back with
 * another hash.
 */
final class OperationShape {
    private OperationShape() {}

    static void check(Operation operation) throws Refusal {
        checkAction(operation);
        checkMark(operation);
        checkValue(operation);
        checkKey(operation);
        checkPredecessors(operation);
    }

    // No writer makes tables any more, and the engine reads one as a map into which it then cannot write.
    private static void checkAction(Operation operation) throws Refusal {
        if (operation.action() == Action.MAKE_TABLE) {
            throw new Refusal(Reason.UNKNOWN_ACTION, "tables are no longer made");
        }
    }

    private static void checkMark(Operation operation) throws Refusal {
        boolean mark = operation.action() == Action.MARK;
        if (!mark && (operation.markName() != null || operation.expand())) {
            throw new Refusal(Reason.BAD_OPERATION, "an operation that is no mark has a mark's fields");
        }
        if (mark && !operation.insert()) {
            throw new Refusal(Reason.BAD_OPERATION, "a mark is not inserted");
        }
    }

    private static void checkValue(Operation operation) throws Refusal {
        boolean fits = switch (operation.action()) {
            case SET -> true;
            case INCREMENT -> operation.value() == ValueType.SIGNED;
            case MARK -> operation.beginsMark() || operation.value() == ValueType.NULL;
            case MAKE_MAP, MAKE_LIST, MAKE_TEXT, MAKE_TABLE, DELETE -> operation.value() == ValueType.NULL;
        };
        if (!fits) {
            throw new Refusal(
                    Reason.BAD_OPERATION, operation.action() + " cannot have a value of type " + operation.value());
        }
    }

    private static void checkKey(Operation operation) throws Refusal {
        boolean name = operation.key() instanceof Key.Name;
        if (name && operation.insert()) {
            throw new Refusal(Reason.BAD_KEY, "a name in a map is inserted like an element");
        }
        if (operation.object().isNone() && !name) {
            throw new Refusal(Reason.BAD_KEY, "the root has names, no elements");
        }
        if (!operation.insert()
                && operation.key() instanceof Key.Element element
                && element.id().isNone()) {
            throw new Refusal(Reason.BAD_KEY, "there is no element before the first one");
        }
    }

    // An element that is overwritten, and anything deleted or counted up, was there before; an inserted one was not.
    private static void checkPredecessors(Operation operation) throws Refusal {
        boolean any = operation.others().length > 0;
        boolean changes = operation.action() == Action.DELETE || operation.action() == Action.INCREMENT;
        boolean element = operation.key() instanceof Key.Element;
        if (operation.insert() && (any || changes)) {
            throw new Refusal(Reason.BAD_PREDECESSORS, "an inserted element has predecessors");
        }
        if (!operation.insert() && (changes || element) && !any) {
            throw new Refusal(Reason.BAD_PREDECESSORS, operation.action() + " changes nothing that was there before");
        }
    }
}
