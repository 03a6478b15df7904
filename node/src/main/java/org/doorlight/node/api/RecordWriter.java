package org.doorlight.node.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.id.Identifier;

/** Writes records as JSON objects in the order of their components. Absent components are left out, ids are whole hexadecimal. */
final class RecordWriter {
    private RecordWriter() {}

    static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Identifier id) {
            out.writeString(id.hex());
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Views<?> views) {
            writeAll(out, views.items());
        } else if (value instanceof List<?> items) {
            writeAll(out, items);
        } else if (value instanceof Map<?, ?> object) {
            writeMap(out, object);
        } else if (value instanceof Record record) {
            writeRecord(out, record);
        } else {
            throw new IllegalArgumentException(
                    "no JSON form: " + value.getClass().getName());
        }
    }

    private static void writeAll(JsonGenerator out, List<?> items) throws IOException {
        out.writeStartArray();
        for (Object item : items) {
            write(out, item);
        }
        out.writeEndArray();
    }

    private static void writeMap(JsonGenerator out, Map<?, ?> object) throws IOException {
        out.writeStartObject();
        for (var entry : object.entrySet()) {
            out.writeFieldName((String) entry.getKey());
            write(out, entry.getValue());
        }
        out.writeEndObject();
    }

    private static void writeRecord(JsonGenerator out, Record record) throws IOException {
        out.writeStartObject();
        for (Shape.Field field : Shape.of(record.getClass())) {
            Object value = field.valueOf(record);
            if (value != null) {
                out.writeFieldName(field.name());
                write(out, value);
            }
        }
        out.writeEndObject();
    }
}
