package org.doorlight.protocol.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.automerge.AmValue;
import org.automerge.Document;
import org.automerge.MapEntry;
import org.automerge.Mark;
import org.automerge.ObjectId;

/** What the native engine holds: its content written as one line, and its heads. */
final class EngineView {
    private EngineView() {}

    static String of(Document document) {
        return map(document, ObjectId.ROOT);
    }

    static List<ChangeId> heads(Document document) {
        return Arrays.stream(document.getHeads())
                .map(hash -> new ChangeId(hash.getBytes()))
                .sorted()
                .toList();
    }

    private static String map(Document document, ObjectId id) {
        MapEntry[] entries = document.mapEntries(id).orElse(new MapEntry[0]);
        return Arrays.stream(entries)
                .sorted(Comparator.comparing(MapEntry::getKey))
                .map(entry -> entry.getKey() + "=" + value(document, entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String list(Document document, ObjectId id) {
        AmValue[] items = document.listItems(id).orElse(new AmValue[0]);
        return Arrays.stream(items).map(item -> value(document, item)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String text(Document document, ObjectId id) {
        String marks =
                document.marks(id).stream().map(EngineView::mark).sorted().collect(Collectors.joining("|"));
        return "text:" + shortened(document.text(id).orElse("")) + (marks.isEmpty() ? "" : "<" + marks + ">");
    }

    private static String mark(Mark mark) {
        String value = mark.getValue() instanceof AmValue.Str text ? text.getValue() : scalar(mark.getValue());
        return mark.getStart() + "-" + mark.getEnd() + " " + mark.getName() + "=" + value;
    }

    private static String value(Document document, AmValue value) {
        if (value instanceof AmValue.Map map) {
            return map(document, map.getId());
        }
        if (value instanceof AmValue.List list) {
            return list(document, list.getId());
        }
        return value instanceof AmValue.Text text ? text(document, text.getId()) : scalar(value);
    }

    private static String scalar(AmValue value) {
        Stream<Optional<String>> forms = Stream.of(
                as(value, AmValue.Str.class).map(text -> "s:" + shortened(text.getValue())),
                as(value, AmValue.Int.class).map(number -> String.valueOf(number.getValue())),
                as(value, AmValue.UInt.class).map(number -> Long.toUnsignedString(number.getValue())),
                as(value, AmValue.F64.class).map(number -> decimal(number.getValue())),
                as(value, AmValue.Bool.class).map(bool -> String.valueOf(bool.getValue())),
                as(value, AmValue.Counter.class).map(counter -> "c:" + counter.getValue()),
                as(value, AmValue.Timestamp.class)
                        .map(date -> "t:" + date.getValue().getTime()),
                as(value, AmValue.Bytes.class)
                        .map(bytes -> "b:" + shortened(HexFormat.of().formatHex(bytes.getValue()))),
                as(value, AmValue.Null.class).map(nothing -> "null"));
        return forms.flatMap(Optional::stream).findFirst().orElse("unknown");
    }

    private static <T> Optional<T> as(AmValue value, Class<T> type) {
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private static String decimal(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    // Long values are compared by length and hash, so that a failure can be read.
    private static String shortened(String text) {
        if (text.length() <= 100) {
            return text;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return text.length() + "#" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
