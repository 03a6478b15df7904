package org.doorlight.protocol.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.doorlight.protocol.document.ChangeParts.Column;
import org.doorlight.protocol.document.OperationWriter.Id;
import org.doorlight.protocol.document.OperationWriter.Row;

/**
 * Bends well-formed changes: in bits, columns, lengths, header fields, whole operations, or by putting pieces of two
 * changes together. The checksum fits afterwards. The same seed and number give the same mutant.
 */
final class Mutator {
    private final List<byte[]> corpus;
    private final long seed;

    /** @param corpus plain, well-formed changes */
    Mutator(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.seed = seed;
    }

    /** Which change of the corpus the mutant began as. */
    int origin(long number) {
        return random(number).nextInt(corpus.size());
    }

    byte[] mutant(long number) {
        Random random = random(number);
        byte[] plain = corpus.get(random.nextInt(corpus.size()));
        byte[] other = corpus.get(random.nextInt(corpus.size()));
        try {
            return mutate(random, plain, other);
        } catch (Refusal refusal) {
            throw new IllegalStateException("the corpus is well formed", refusal);
        }
    }

    private Random random(long number) {
        return new Random(seed * 0x9e3779b97f4a7c15L + number * 0xd1342543de82ef95L);
    }

    private static byte[] mutate(Random random, byte[] plain, byte[] other) throws Refusal {
        ChangeParts parts = ChangeParts.of(plain);
        switch (random.nextInt(10)) {
            case 0 -> {
                byte[] contents = parts.contents();
                flip(random, contents);
                return wrap(random, contents);
            }
            case 1 -> bendColumn(random, parts);
            case 2 -> swapColumns(random, parts);
            case 3 -> takeColumns(random, parts, ChangeParts.of(other));
            case 4 -> moveBytes(random, parts);
            case 5 -> bendHeader(random, parts, ChangeParts.of(other));
            case 6 -> bendOperations(random, parts, joined(random, plain, other));
            default -> bendOperations(random, parts, RowReader.rows(plain));
        }
        if (random.nextInt(10) == 0) {
            bendHeader(random, parts, ChangeParts.of(other));
        }
        return wrap(random, parts.contents());
    }

    private static byte[] wrap(Random random, byte[] contents) {
        return random.nextInt(20) == 0 ? ChangeParts.compressedChunk(contents) : ChangeParts.chunk(1, contents);
    }

    private static void flip(Random random, byte[] bytes) {
        for (int left = random.nextInt(3); left >= 0 && bytes.length > 0; left--) {
            int at = random.nextInt(bytes.length);
            bytes[at] = (byte) (random.nextBoolean() ? bytes[at] ^ 1 << random.nextInt(8) : interesting(random));
        }
    }

    private static long interesting(Random random) {
        long[] numbers = {
            0, 1, 2, 3, 63, 64, 127, 128, 255, -1, -2, Integer.MAX_VALUE, 1L << 32, 1L << 40, Long.MAX_VALUE
        };
        return numbers[random.nextInt(numbers.length)];
    }

    private static void bendColumn(Random random, ChangeParts parts) {
        if (parts.columns.isEmpty()) {
            return;
        }
        int at = random.nextInt(parts.columns.size());
        byte[] bytes = parts.columns.get(at).bytes().clone();
        flip(random, bytes);
        parts.columns.set(at, new Column(parts.columns.get(at).spec(), bytes));
    }

    private static void swapColumns(Random random, ChangeParts parts) {
        if (parts.columns.size() < 2) {
            return;
        }
        int left = random.nextInt(parts.columns.size());
        int right = random.nextInt(parts.columns.size());
        Column before = parts.columns.get(left);
        if (random.nextInt(4) == 0) {
            Collections.swap(parts.columns, left, right);
        } else {
            parts.columns.set(
                    left, new Column(before.spec(), parts.columns.get(right).bytes()));
            parts.columns.set(right, new Column(parts.columns.get(right).spec(), before.bytes()));
        }
    }

    private static void takeColumns(Random random, ChangeParts parts, ChangeParts other) {
        if (random.nextBoolean()) {
            parts.columns = other.columns;
        } else if (!other.columns.isEmpty()) {
            Column column = other.columns.get(random.nextInt(other.columns.size()));
            parts.column(column.spec(), column.bytes());
        }
    }

    private static void moveBytes(Random random, ChangeParts parts) {
        if (parts.columns.size() < 2) {
            return;
        }
        int at = random.nextInt(parts.columns.size() - 1);
        Column left = parts.columns.get(at);
        Column right = parts.columns.get(at + 1);
        byte[] both = ChangeParts.join(left.bytes(), right.bytes());
        int border = random.nextInt(both.length + 1);
        parts.columns.set(at, new Column(left.spec(), java.util.Arrays.copyOf(both, border)));
        parts.columns.set(at + 1, new Column(right.spec(), java.util.Arrays.copyOfRange(both, border, both.length)));
    }

    private static void bendHeader(Random random, ChangeParts parts, ChangeParts other) {
        switch (random.nextInt(8)) {
            case 0 -> parts.sequence += random.nextInt(5) - 2;
            case 1 -> parts.startOperation += random.nextInt(9) - 4;
            case 2 -> parts.startOperation = interesting(random);
            case 3 -> parts.sequence = interesting(random);
            case 4 -> parts.actor = other.actor;
            case 5 -> parts.others = other.others;
            case 6 -> parts.dependencies = other.dependencies;
            default -> parts.actor[random.nextInt(parts.actor.length)]++;
        }
    }

    private static List<Row> joined(Random random, byte[] plain, byte[] other) throws Refusal {
        var rows = new ArrayList<>(RowReader.rows(plain));
        rows.addAll(random.nextInt(rows.size() + 1), RowReader.rows(other));
        return rows;
    }

    private static void bendOperations(Random random, ChangeParts parts, List<Row> rows) {
        for (int left = random.nextInt(3); left >= 0 && !rows.isEmpty(); left--) {
            bendRow(random, parts, rows, random.nextInt(rows.size()));
        }
        var writer = new OperationWriter();
        rows.forEach(writer::add);
        writer.into(parts);
    }

    private static void bendRow(Random random, ChangeParts parts, List<Row> rows, int at) {
        Row row = rows.get(at);
        Id known = anyId(random, parts, rows.size());
        switch (random.nextInt(13)) {
            case 0 -> row.object = random.nextInt(4) == 0 ? null : known;
            case 1 -> {
                row.element = random.nextInt(4) == 0 ? new Id(-1, 0) : known;
                row.key = null;
            }
            case 2 -> {
                row.key = random.nextBoolean() ? "a" : "list";
                row.element = null;
            }
            case 3 -> row.insert = !row.insert;
            case 4 -> row.action = random.nextInt(8);
            case 5 -> row.predecessors = List.of(known);
            case 6 -> row.predecessors = List.of();
            case 7 -> {
                var more = new ArrayList<>(row.predecessors);
                more.add(known);
                more.sort(java.util.Comparator.comparingLong(Id::counter));
                row.predecessors = more;
            }
            case 8 -> row.value(ValueType.values()[random.nextInt(10)], (byte) random.nextInt(64));
            case 9 -> row.value(ValueType.values()[random.nextInt(3)]);
            case 10 -> rows.remove(at);
            case 11 -> rows.add(random.nextInt(rows.size()), rows.remove(at));
            default -> row.markName = random.nextBoolean() ? null : "bold";
        }
    }

    private static Id anyId(Random random, ChangeParts parts, int operations) {
        long counter = 1L + random.nextInt((int) Math.min(parts.startOperation + operations, 10_000));
        return new Id(random.nextInt(parts.others.size() + 1), counter);
    }
}
