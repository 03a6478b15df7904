package org.doorlight.node.api;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One request, understood as far as its route describes it.
 *
 * @param path what stands where the route's pattern has {@code {name}}, decoded
 * @param query only names the route knows; never empty texts
 * @param body of the route's shape
 * @param lastEventId the header of a stream that comes back
 */
record Call(
        Map<String, String> path,
        Map<String, String> query,
        Record body,
        @Nullable String lastEventId) {
    /** The circle of the address; null where the address names none. */
    @Nullable
    String circle() {
        return path.get("c");
    }

    /** The request's id of the address. */
    String id() {
        String id = path.get("id");
        if (id == null) {
            throw new IllegalStateException("this route has no {id}");
        }
        return id;
    }

    OptionalInt limit() throws Refused {
        String limit = query.get("limit");
        if (limit == null) {
            return OptionalInt.empty();
        }
        int items = limit.matches("\\d{1,4}") ? Integer.parseInt(limit) : 0;
        if (items < 1 || items > ApiLimits.PAGE_ITEMS_MAX) {
            throw Refused.invalid("\"limit\" must be a number from 1 to " + ApiLimits.PAGE_ITEMS_MAX + ".");
        }
        return OptionalInt.of(items);
    }
}
