package org.doorlight.node.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record says about its JSON form: component names are field names, and a {@code @Nullable} one may be absent. */
final class Shape {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> record) {
            return Arrays.stream(record.getRecordComponents()).map(Field::of).toList();
        }
    };

    private Shape() {}

    /** One component. */
    record Field(String name, Type type, boolean required, RecordComponent component) {
        static Field of(RecordComponent component) {
            boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            component.getAccessor().setAccessible(true);
            return new Field(component.getName(), component.getGenericType(), required, component);
        }

        /** Null if the component is absent. */
        @Nullable
        Object valueOf(Object record) {
            try {
                return component.getAccessor().invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's accessor failed", e);
            }
        }
    }

    static List<Field> of(Class<?> record) {
        return FIELDS.get(record);
    }

    /** The class behind a type, and for {@code List<X>} the list's. */
    static Class<?> raw(Type type) {
        return type instanceof ParameterizedType parameterized
                ? (Class<?>) parameterized.getRawType()
                : (Class<?>) type;
    }

    /** X of {@code List<X>}. */
    static Type item(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }
}
