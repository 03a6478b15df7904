package org.doorlight.protocol.document;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.automerge.AmValue;
import org.automerge.ExpandMark;
import org.automerge.NewValue;
import org.automerge.ObjectId;
import org.automerge.ObjectType;
import org.automerge.Transaction;

/** Writes a handful of random operations into one transaction. */
final class RandomWriter {
    private static final List<String> KEYS = List.of("a", "b", "c", "list", "text", "map", "ключ");

    private final Random random;
    private final Transaction transaction;

    RandomWriter(Random random, Transaction transaction) {
        this.random = random;
        this.transaction = transaction;
    }

    void write() {
        for (int left = random.nextInt(8); left >= 0; left--) {
            writeInto(pick());
        }
    }

    private record Target(ObjectId id, ObjectType type) {}

    private Target pick() {
        Stream<Target> inRoot = KEYS.stream()
                .flatMap(key -> transaction.get(ObjectId.ROOT, key).stream())
                .flatMap(RandomWriter::target);
        List<Target> targets = Stream.concat(Stream.of(new Target(ObjectId.ROOT, ObjectType.MAP)), inRoot)
                .toList();
        return targets.get(random.nextInt(targets.size()));
    }

    private static Stream<Target> target(AmValue value) {
        if (value instanceof AmValue.Map map) {
            return Stream.of(new Target(map.getId(), ObjectType.MAP));
        }
        if (value instanceof AmValue.List list) {
            return Stream.of(new Target(list.getId(), ObjectType.LIST));
        }
        return value instanceof AmValue.Text text
                ? Stream.of(new Target(text.getId(), ObjectType.TEXT))
                : Stream.empty();
    }

    private void writeInto(Target target) {
        switch (target.type()) {
            case MAP -> writeMap(target.id());
            case LIST -> writeList(target.id());
            case TEXT -> writeText(target.id());
        }
    }

    private void writeMap(ObjectId map) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        boolean counter = transaction
                .get(map, key)
                .filter(AmValue.Counter.class::isInstance)
                .isPresent();
        switch (random.nextInt(6)) {
            case 0 -> transaction.delete(map, key);
            case 1 -> transaction.set(map, key, ObjectType.values()[random.nextInt(3)]);
            case 2 -> {
                if (counter) {
                    transaction.increment(map, key, random.nextInt(100) - 50);
                }
            }
            default -> transaction.set(map, key, value());
        }
    }

    private void writeList(ObjectId list) {
        int length = (int) transaction.length(list);
        int index = random.nextInt(length + 1);
        switch (index == length ? 0 : random.nextInt(5)) {
            case 0, 1 -> transaction.insert(list, index, value());
            case 2 -> transaction.delete(list, index);
            case 3 -> transaction.set(list, index, value());
            default -> transaction.insert(list, index, ObjectType.values()[random.nextInt(3)]);
        }
    }

    private void writeText(ObjectId text) {
        int length = (int) transaction.length(text);
        int from = random.nextInt(length + 1);
        int count = random.nextInt(Math.min(5, length - from) + 1);
        if (count > 0 && random.nextInt(3) == 0) {
            var expand = ExpandMark.values()[random.nextInt(4)];
            transaction.mark(text, from, from + count, "mark" + random.nextInt(3), value(), expand);
        } else {
            transaction.spliceText(text, from, count, "hello 🔔 hedge".substring(0, random.nextInt(6)));
        }
    }

    private NewValue value() {
        return switch (random.nextInt(9)) {
            case 0 -> NewValue.str("text " + random.nextInt(5));
            case 1 -> NewValue.integer(random.nextLong());
            case 2 -> NewValue.uint(random.nextInt(1000));
            case 3 -> NewValue.f64(random.nextDouble());
            case 4 -> NewValue.bool(random.nextBoolean());
            case 5 -> NewValue.NULL;
            case 6 -> NewValue.counter(random.nextInt(100));
            case 7 -> NewValue.timestamp(new java.util.Date(random.nextInt()));
            default -> NewValue.bytes(new byte[random.nextInt(40)]);
        };
    }
}
