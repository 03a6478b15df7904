package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;

/** A store in memory, as the contract of {@link Archive} has it. */
final class TestArchive implements Archive, Store {
    /** An envelope and where it was filed. */
    record Stored(CircleId circle, DocumentId document, Filed filed) {}

    private final Map<Shelf, TreeMap<byte[], byte[]>> shelves = new EnumMap<>(Shelf.class);
    private final Map<DocumentId, List<Stored>> byDocument = new TreeMap<>();
    private final List<Stored> stored = new ArrayList<>();
    private long damaged;

    TestArchive() {
        for (Shelf shelf : Shelf.values()) {
            shelves.put(shelf, new TreeMap<>(Arrays::compareUnsigned));
        }
    }

    @Override
    public void saveEnvelope(Effect.SaveEnvelope effect) {
        long arrival = stored.size() + 1L;
        var filed = new Filed(arrival, effect.device(), effect.first(), effect.count(), effect.bytes());
        Stored fresh = new Stored(effect.circle(), effect.document(), filed);
        stored.add(fresh);
        byDocument
                .computeIfAbsent(effect.document(), unseen -> new ArrayList<>())
                .add(fresh);
    }

    @Override
    public void saveRecord(Effect.SaveRecord effect) {
        shelves.get(effect.shelf()).put(effect.key().clone(), effect.value().clone());
    }

    @Override
    public void deleteRecord(Effect.DeleteRecord effect) {
        shelves.get(effect.shelf()).remove(effect.key());
    }

    /** Nothing to do: here every save is durable at once. */
    @Override
    public void commit() {}

    @Override
    public void rollback() {
        throw new UnsupportedOperationException("no turn breaks in these tests");
    }

    @Override
    public void reopen() {
        throw new UnsupportedOperationException("no turn breaks in these tests");
    }

    @Override
    public void probe() {
        throw new UnsupportedOperationException("no turn breaks in these tests");
    }

    /** Records that can no longer be read, as after a fault of the disk. */
    void damage(Shelf shelf, Predicate<Kept> which) {
        shelves.get(shelf).entrySet().removeIf(entry -> {
            boolean hit = which.test(new Kept(entry.getKey(), entry.getValue()));
            damaged += hit ? 1 : 0;
            return hit;
        });
    }

    /** Everything as it is now, for going back to. */
    TestArchive copy() {
        TestArchive copy = new TestArchive();
        shelves.forEach((shelf, records) -> copy.shelves.put(shelf, new TreeMap<>(records)));
        byDocument.forEach((document, filed) -> copy.byDocument.put(document, new ArrayList<>(filed)));
        copy.stored.addAll(stored);
        return copy;
    }

    List<Stored> envelopes() {
        return List.copyOf(stored);
    }

    @Override
    public List<Kept> records(Shelf shelf) {
        List<Kept> kept = new ArrayList<>();
        shelves.get(shelf).forEach((key, value) -> kept.add(new Kept(key.clone(), value.clone())));
        return kept;
    }

    @Override
    public List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax) {
        List<Filed> found = new ArrayList<>();
        long room = bytesMax;
        for (Stored one : byDocument.getOrDefault(document, List.of())) {
            Filed filed = one.filed();
            if (!one.circle().equals(circle) || filed.arrival() <= afterArrival) {
                continue;
            }
            if (!found.isEmpty() && filed.bytes().length > room) {
                break;
            }
            room -= filed.bytes().length;
            found.add(filed);
        }
        return found;
    }

    @Override
    public Size size() {
        long bytes =
                stored.stream().mapToLong(one -> one.filed().bytes().length).sum();
        return new Size(stored.size(), bytes);
    }

    @Override
    public long damaged() {
        return damaged;
    }
}
