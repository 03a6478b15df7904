package org.doorlight.node.api;

import static org.doorlight.node.api.OpenApi.object;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.id.Identifier;

/** JSON schemas of records. Each is written once, under a name, and pointed at by everything that holds one. */
final class Schemas {
    private final Map<String, Class<?>> records = new TreeMap<>();
    private final Map<String, Object> written = new TreeMap<>();

    /** Every schema that was pointed at, and those they point at. */
    Map<String, Object> all() {
        return written;
    }

    Map<String, Object> of(Type type) {
        Class<?> raw = Shape.raw(type);
        if (raw == List.class) {
            return listOf(Shape.item(type));
        }
        if (Identifier.class.isAssignableFrom(raw)) {
            return object("type", "string", "pattern", "^([0-9a-f]{2})+$");
        }
        return raw.isRecord() ? object("$ref", "#/components/schemas/" + named(raw)) : object("type", primitive(raw));
    }

    Map<String, Object> listOf(Type item) {
        return object("type", "array", "items", of(item));
    }

    private static String primitive(Class<?> raw) {
        if (raw == String.class) {
            return "string";
        }
        return raw == boolean.class || raw == Boolean.class ? "boolean" : "integer";
    }

    private String named(Class<?> record) {
        String name = name(record);
        Class<?> known = records.putIfAbsent(name, record);
        if (known == null) {
            written.put(name, fields(record));
        } else if (known != record) {
            throw new IllegalStateException("two records want to be called " + name);
        }
        return name;
    }

    /** {@code RequestView} is a Request, {@code StatusView.Node} a StatusNode. */
    private static String name(Class<?> record) {
        Class<?> around = record.getDeclaringClass();
        String prefix = around != null && View.class.isAssignableFrom(around) ? name(around) : "";
        return prefix + record.getSimpleName().replaceFirst("View$", "");
    }

    private Map<String, Object> fields(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Shape.Field field : Shape.of(record)) {
            properties.put(field.name(), of(field.type()));
            if (field.required()) {
                required.add(field.name());
            }
        }
        return object("type", "object", "properties", properties, "required", required);
    }
}
