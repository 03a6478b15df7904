package org.doorlight.cli.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object. Its values are text, numbers, booleans, null, lists and other objects; the order of the fields is kept.
 *
 * <p>Fields this version does not know pass through unharmed, so that an older command line prints all a newer node says.
 */
public record JsonObject(Map<String, @Nullable Object> fields) {
    public JsonObject {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The object without fields. */
    public static JsonObject empty() {
        return new JsonObject(Map.of());
    }

    /** This object with one more field. */
    public JsonObject with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new JsonObject(more);
    }

    /** This object with one more field if there is a value, else this object. */
    public JsonObject withIfPresent(String name, @Nullable Object value) {
        return value == null ? this : with(name, value);
    }

    /** A field as text; empty text if it is absent or null. */
    public String text(String name) {
        Object value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /** A field as a whole number; 0 if it is no number. */
    public long number(String name) {
        return fields.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** A field as yes or no; no if it is neither. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    /** A field as an object; the empty one if it is none. */
    public JsonObject object(String name) {
        return fields.get(name) instanceof JsonObject object ? object : empty();
    }

    /** A field's objects; anything else in that list is left out. */
    public List<JsonObject> objects(String name) {
        return objectsIn(fields.get(name));
    }

    /** A field's texts; anything else in that list is left out. */
    public List<String> texts(String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The objects of a list; empty if the value is no list. */
    static List<JsonObject> objectsIn(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }
}
