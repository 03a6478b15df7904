package org.doorlight.protocol.document;

import java.util.function.UnaryOperator;

/**
 * What later operations need to know of one they refer to.
 *
 * @param object the object it changed
 * @param place where in the object: a name, or the element it set or made
 * @param element whether it made that element
 * @param action what it did
 * @param counter whether it set a counter
 * @param depth how deep it lies, 1 in the root
 */
record PlacedOperation(OperationId object, Key place, boolean element, Action action, boolean counter, int depth) {

    static PlacedOperation of(OperationId id, Operation operation, int depth) {
        Key place = operation.insert() ? new Key.Element(id) : operation.key();
        boolean counter = operation.action() == Action.SET && operation.value() == ValueType.COUNTER;
        return new PlacedOperation(operation.object(), place, operation.insert(), operation.action(), counter, depth);
    }

    /** Whether anything can ever refer to it: it is an object, an element or a value. */
    boolean canBeReferredTo() {
        return element || holdsValue();
    }

    /** Whether {@code later}, in the same object and place, may name it as predecessor. */
    boolean canBeOverwrittenBy(Operation later) {
        boolean counted = later.action() != Action.INCREMENT || counter;
        return holdsValue() && counted && object.equals(later.object()) && place.equals(later.key());
    }

    private boolean holdsValue() {
        return action == Action.SET || action.makes();
    }

    /** The same with other indices for the actors in its ids. */
    PlacedOperation mapped(UnaryOperator<OperationId> mapping) {
        Key mappedPlace = place instanceof Key.Element at ? new Key.Element(mapping.apply(at.id())) : place;
        return new PlacedOperation(mapping.apply(object), mappedPlace, element, action, counter, depth);
    }

    /** The same without a hold on the bytes of the change it came from. */
    PlacedOperation detached() {
        Key detachedPlace =
                place instanceof Key.Name name ? new Key.Name(name.text().detached()) : place;
        return new PlacedOperation(object, detachedPlace, element, action, counter, depth);
    }
}
