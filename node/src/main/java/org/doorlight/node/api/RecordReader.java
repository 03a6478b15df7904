package org.doorlight.node.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record, strictly: every field is known, comes once, and has the type of its component. Components are
 * text, whole numbers, truths, records, or lists of these; {@code null} is as good as leaving an optional one out. As no unknown value is ever
 * skipped, nothing nests deeper than the record does.
 */
final class RecordReader {
    private static final int NAME_SHOWN_MAX = 40;

    private RecordReader() {}

    /** The parser stands on the object's first token, and afterwards on its last. */
    static <T extends Record> T read(JsonParser in, Class<T> shape) throws IOException, Refused {
        return shape.cast(readRecord(in, shape, ""));
    }

    private static Object readRecord(JsonParser in, Class<?> shape, String path) throws IOException, Refused {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw Refused.invalid((path.isEmpty() ? "The body" : quoted(path)) + " must be a JSON object.");
        }
        Map<String, @Nullable Object> values = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            Shape.Field field = field(shape, in.currentName(), path);
            in.nextToken();
            if (values.containsKey(field.name())) {
                throw Refused.invalid(quoted(path + field.name()) + " is given twice.");
            }
            boolean absent = in.currentToken() == JsonToken.VALUE_NULL && !field.required();
            values.put(field.name(), absent ? null : readValue(in, field.type(), path + field.name()));
        }
        return made(shape, values, path);
    }

    private static Shape.Field field(Class<?> shape, String name, String path) throws Refused {
        for (Shape.Field field : Shape.of(shape)) {
            if (field.name().equals(name)) {
                return field;
            }
        }
        String shown = name.length() > NAME_SHOWN_MAX ? name.substring(0, NAME_SHOWN_MAX) + "…" : name;
        throw Refused.invalid(quoted(path + shown) + " is not a field this address knows.");
    }

    private static Object readValue(JsonParser in, Type type, String path) throws IOException, Refused {
        Class<?> raw = Shape.raw(type);
        if (raw == String.class) {
            return readText(in, path);
        }
        if (raw == int.class || raw == Integer.class) {
            return readWhole(in, path);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return readTruth(in, path);
        }
        return raw == List.class ? readList(in, Shape.item(type), path) : readRecord(in, raw, path + ".");
    }

    private static String readText(JsonParser in, String path) throws IOException, Refused {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw Refused.invalid(quoted(path) + " must be text.");
        }
        return Text.clean(in.getText(), quoted(path));
    }

    private static Integer readWhole(JsonParser in, String path) throws IOException, Refused {
        boolean whole = in.currentToken() == JsonToken.VALUE_NUMBER_INT;
        if (!whole || in.getNumberType() != JsonParser.NumberType.INT) {
            throw Refused.invalid(quoted(path) + " must be a whole number of reasonable size.");
        }
        return in.getIntValue();
    }

    private static Boolean readTruth(JsonParser in, String path) throws IOException, Refused {
        JsonToken token = in.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw Refused.invalid(quoted(path) + " must be true or false.");
        }
        return in.getBooleanValue();
    }

    private static List<Object> readList(JsonParser in, Type item, String path) throws IOException, Refused {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw Refused.invalid(quoted(path) + " must be a list.");
        }
        List<Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (items.size() == ApiLimits.JSON_ITEMS_MAX) {
                throw Refused.invalid(quoted(path) + " has more than " + ApiLimits.JSON_ITEMS_MAX + " items.");
            }
            items.add(readValue(in, item, path + "[" + items.size() + "]"));
        }
        return items;
    }

    private static Object made(Class<?> shape, Map<String, @Nullable Object> values, String path) throws Refused {
        List<Shape.Field> fields = Shape.of(shape);
        for (Shape.Field field : fields) {
            if (field.required() && !values.containsKey(field.name())) {
                throw Refused.invalid(quoted(path + field.name()) + " is missing.");
            }
        }
        Object[] arguments =
                fields.stream().map(field -> values.get(field.name())).toArray();
        try {
            return constructor(shape).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a body's record takes whatever has the right types", e);
        }
    }

    private static Constructor<?> constructor(Class<?> shape) throws NoSuchMethodException {
        Class<?>[] types = Shape.of(shape).stream()
                .map(field -> field.component().getType())
                .toArray(Class<?>[]::new);
        return shape.getDeclaredConstructor(types);
    }

    private static String quoted(String path) {
        return "\"" + (path.endsWith(".") ? path.substring(0, path.length() - 1) : path) + "\"";
    }
}
