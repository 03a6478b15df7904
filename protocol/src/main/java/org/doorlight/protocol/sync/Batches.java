package org.doorlight.protocol.sync;

import static org.doorlight.protocol.wire.Limits.BATCH_BYTES;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Long lists in portions that fit into frames. There is always at least one portion, so that the other end hears when all was said. */
final class Batches<T> {
    /** What to do with each portion. */
    interface Portion<T> {
        void accept(List<T> batch, boolean last);
    }

    private final List<List<T>> batches = new ArrayList<>();

    private Batches() {}

    static <T> Batches<T> of(List<T> items, ToIntFunction<T> bytes) {
        Batches<T> all = new Batches<>();
        List<T> batch = new ArrayList<>();
        int size = 0;
        for (T item : items) {
            if (!batch.isEmpty() && size + bytes.applyAsInt(item) > BATCH_BYTES) {
                all.batches.add(batch);
                batch = new ArrayList<>();
                size = 0;
            }
            batch.add(item);
            size += bytes.applyAsInt(item);
        }
        all.batches.add(batch);
        return all;
    }

    void forEach(Portion<T> portion) {
        for (int i = 0; i < batches.size(); i++) {
            portion.accept(batches.get(i), i == batches.size() - 1);
        }
    }
}
