package org.doorlight.protocol.document;

import static org.doorlight.protocol.document.ChangeParts.join;
import static org.doorlight.protocol.document.ChangeParts.signed;
import static org.doorlight.protocol.document.ChangeParts.unsigned;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rows into columns, as simply as the format allows, so that a test can state any operation it likes. */
final class OperationWriter {
    private final List<Row> rows = new ArrayList<>();

    /** An operation's id as columns have it: index of the actor, counter. */
    record Id(long actor, long counter) {}

    /** One operation in the making; fields left alone stay empty. */
    static final class Row {
        @Nullable
        Id object;

        @Nullable
        Id element;

        @Nullable
        String key;

        boolean insert;
        int action;
        long valueMetadata;
        byte[] value = {};
        List<Id> predecessors = List.of();
        boolean expand;

        @Nullable
        String markName;

        Row(Action action) {
            this.action = action.ordinal();
        }

        Row in(long counter) {
            return in(0, counter);
        }

        Row in(long actor, long counter) {
            object = new Id(actor, counter);
            return this;
        }

        Row at(String name) {
            key = name;
            return this;
        }

        Row at(long counter) {
            return at(0, counter);
        }

        Row at(long actor, long counter) {
            element = new Id(actor, counter);
            return this;
        }

        Row after(long counter) {
            insert = true;
            return at(counter);
        }

        Row first() {
            insert = true;
            return at(-1, 0);
        }

        Row value(ValueType type, byte... bytes) {
            value = bytes;
            valueMetadata = (long) bytes.length << 4 | type.ordinal();
            return this;
        }

        Row over(long... counters) {
            return over(Arrays.stream(counters)
                    .mapToObj(counter -> new Id(0, counter))
                    .toArray(Id[]::new));
        }

        Row over(Id... ids) {
            predecessors = List.of(ids);
            return this;
        }

        Row mark(String name) {
            markName = name;
            return this;
        }

        Row expand() {
            expand = true;
            return this;
        }
    }

    OperationWriter add(Row row) {
        rows.add(row);
        return this;
    }

    static ChangeParts change(Row... rows) {
        var writer = new OperationWriter();
        Arrays.stream(rows).forEach(writer::add);
        return writer.into(new ChangeParts());
    }

    ChangeParts into(ChangeParts parts) {
        List<Id> predecessors =
                rows.stream().flatMap(row -> row.predecessors.stream()).toList();
        return parts.column(ColumnSpec.OBJECT_ACTOR, each(row -> row.object == null ? null : row.object.actor()))
                .column(ColumnSpec.OBJECT_COUNTER, each(row -> row.object == null ? null : row.object.counter()))
                .column(ColumnSpec.KEY_ACTOR, each(row -> actorOf(row.element)))
                .column(ColumnSpec.KEY_COUNTER, deltas(list(row -> row.element == null ? null : row.element.counter())))
                .column(ColumnSpec.KEY_TEXT, runs(list(row -> row.key), ChangeParts::text))
                .column(ColumnSpec.INSERT, booleans(list(row -> row.insert)))
                .column(ColumnSpec.ACTION, each(row -> (long) row.action))
                .column(ColumnSpec.VALUE_METADATA, each(row -> row.valueMetadata))
                .column(
                        ColumnSpec.VALUE,
                        join(rows.stream().map(row -> row.value).toArray(byte[][]::new)))
                .column(ColumnSpec.PREDECESSOR_COUNT, each(row -> (long) row.predecessors.size()))
                .column(
                        ColumnSpec.PREDECESSOR_ACTOR,
                        unsignedRuns(predecessors.stream().map(Id::actor).toList()))
                .column(
                        ColumnSpec.PREDECESSOR_COUNTER,
                        deltas(predecessors.stream().map(Id::counter).toList()))
                .column(
                        ColumnSpec.EXPAND,
                        rows.stream().anyMatch(row -> row.expand) ? booleans(list(row -> row.expand)) : new byte[0])
                .column(ColumnSpec.MARK_NAME, runs(list(row -> row.markName), ChangeParts::text));
    }

    private static @Nullable Long actorOf(@Nullable Id element) {
        return element == null || element.actor() < 0 ? null : (Long) element.actor();
    }

    private <T> List<T> list(Function<Row, @Nullable T> field) {
        var list = new ArrayList<T>();
        rows.forEach(row -> list.add(field.apply(row)));
        return list;
    }

    private byte[] each(Function<Row, @Nullable Long> field) {
        return unsignedRuns(list(field));
    }

    private static byte[] unsignedRuns(List<Long> values) {
        return runs(values, ChangeParts::unsigned);
    }

    private static byte[] deltas(List<Long> values) {
        var deltas = new ArrayList<Long>();
        long before = 0;
        for (Long value : values) {
            deltas.add(value == null ? null : value - before);
            before = value == null ? before : value;
        }
        return runs(deltas, ChangeParts::signed);
    }

    /** Run lengths in their shortest form; nothing if no row has a value. */
    private static <T> byte[] runs(List<T> values, Function<T, byte[]> write) {
        if (values.stream().allMatch(Objects::isNull)) {
            return new byte[0];
        }
        var out = new ByteArrayOutputStream();
        for (int from = 0; from < values.size(); ) {
            int same = sameFrom(values, from);
            if (values.get(from) == null) {
                out.writeBytes(join(signed(0), unsigned(same)));
                from += same;
            } else if (same > 1) {
                out.writeBytes(join(signed(same), write.apply(values.get(from))));
                from += same;
            } else {
                int to = singlesTo(values, from);
                out.writeBytes(signed(from - to));
                values.subList(from, to).forEach(value -> out.writeBytes(write.apply(value)));
                from = to;
            }
        }
        return out.toByteArray();
    }

    private static <T> int sameFrom(List<T> values, int from) {
        int to = from + 1;
        while (to < values.size() && Objects.equals(values.get(to), values.get(from))) {
            to++;
        }
        return to - from;
    }

    private static <T> int singlesTo(List<T> values, int from) {
        int to = from;
        while (to < values.size() && values.get(to) != null && sameFrom(values, to) == 1) {
            to++;
        }
        return to;
    }

    private static byte[] booleans(List<Boolean> values) {
        var out = new ByteArrayOutputStream();
        boolean present = false;
        for (int from = 0; from < values.size(); ) {
            int to = from;
            while (to < values.size() && values.get(to) == present) {
                to++;
            }
            out.writeBytes(unsigned(to - from));
            present = !present;
            from = to;
        }
        return out.toByteArray();
    }
}
