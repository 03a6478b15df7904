package org.doorlight.protocol.document;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which places one change has written so far. A writer always overwrites what it set there itself a moment ago; many
 * values side by side in one place, which a few bytes of run length can claim, cost the engine time with their square.
 */
final class PlacesWritten {
    private final Map<Place, Written> places = new LinkedHashMap<>();

    private record Place(OperationId object, Key key) {}

    /**
     * What stands at a place.
     *
     * @param value the change's own value there, null if it has deleted it or only counted up an earlier one
     * @param times how many operations of the change were at this place
     */
    private record Written(@Nullable OperationId value, int times) {}

    /**
     * Notes an operation that inserts nothing.
     *
     * @param id its own id
     * @param insertedHere the id of the operation of the same change that made its element, null if it is older or none
     */
    void note(Operation operation, OperationId id, @Nullable OperationId insertedHere) throws Refusal {
        var place = new Place(operation.object(), operation.key());
        Written before = places.getOrDefault(place, new Written(insertedHere, 0));
        if (before.times() == ChangeLimits.CHANGE_PLACE_OPERATIONS_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_OPERATIONS,
                    "more than " + ChangeLimits.CHANGE_PLACE_OPERATIONS_MAX + " operations are at the same place");
        }
        if (before.value() != null && !operation.overwrites(before.value())) {
            throw new Refusal(Reason.BAD_PREDECESSORS, "an operation passes over its change's own value at its place");
        }
        places.put(place, new Written(valueAfter(operation, id, before), before.times() + 1));
    }

    private static @Nullable OperationId valueAfter(Operation operation, OperationId id, Written before) {
        return switch (operation.action()) {
            case DELETE -> null;
            case INCREMENT, MARK -> before.value();
            case SET, MAKE_MAP, MAKE_LIST, MAKE_TEXT, MAKE_TABLE -> id;
        };
    }
}
