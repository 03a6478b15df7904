package org.doorlight.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.doorlight.protocol.core.Effect.DeleteRecord;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Effect.SaveRecord;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.simulation.Dice;
import org.doorlight.protocol.simulation.SimulatedDisk;
import org.doorlight.protocol.simulation.SimulatedStore;
import org.doorlight.protocol.simulation.StoreTrouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The simulated store keeps the contract, and gives trouble when it is told to. */
class SimulatedStoreTest extends StoreContract {
    private final SimulatedDisk disk = new SimulatedDisk();
    private SimulatedStore latest = new SimulatedStore(disk, new Dice(1));

    @Override
    Store open() {
        latest = new SimulatedStore(disk, new Dice(1));
        return new UnderTest(latest);
    }

    @ParameterizedTest
    @EnumSource(StoreTrouble.Kind.class)
    void after_trouble_a_turn_is_there_whole_or_not_at_all(StoreTrouble.Kind kind) {
        latest.expect(kind, 3);
        assertThatThrownBy(() -> {
                    store().saveEnvelope(envelope(SOUP, "one"));
                    store().saveRecord(record("key", "value"));
                    store().commit();
                })
                .isInstanceOf(StoreTrouble.class);
        store().rollback();

        reopen();

        boolean kept = !soup().isEmpty();
        assertThat(records()).hasSize(kept ? 1 : 0);
        assertThat(store().size().envelopes()).isEqualTo(kept ? 1 : 0);
        if (kind == StoreTrouble.Kind.POWER_CUT_AFTER_SYNC) {
            assertThat(kept).isTrue();
        }
        if (kind == StoreTrouble.Kind.POWER_CUT_BEFORE_WRITE || kind == StoreTrouble.Kind.DISK_FULL) {
            assertThat(kept).isFalse();
        }
    }

    @Test
    void a_copy_stays_as_it_was() {
        store().saveEnvelope(envelope(SOUP, "one"));
        store().commit();
        SimulatedDisk copy = disk.copy();
        store().saveEnvelope(envelope(SOUP, "two"));
        store().commit();

        assertThat(new SimulatedStore(copy, new Dice(1)).envelopes(STREET, SOUP, 0, Long.MAX_VALUE))
                .hasSize(1);
    }

    /** The simulated store in the contract's clothes. */
    private record UnderTest(SimulatedStore store) implements Store {
        @Override
        public void saveEnvelope(SaveEnvelope effect) {
            store.saveEnvelope(effect);
        }

        @Override
        public void saveRecord(SaveRecord effect) {
            store.saveRecord(effect);
        }

        @Override
        public void deleteRecord(DeleteRecord effect) {
            store.deleteRecord(effect);
        }

        @Override
        public void commit() {
            store.commit();
        }

        @Override
        public void rollback() {
            store.rollback();
        }

        @Override
        public void reopen() {
            store.reopen();
        }

        @Override
        public void probe() {
            store.probe();
        }

        @Override
        public List<Kept> records(Shelf shelf) {
            return store.records(shelf);
        }

        @Override
        public List<Filed> envelopes(CircleId circle, DocumentId document, long afterArrival, long bytesMax) {
            return store.envelopes(circle, document, afterArrival, bytesMax);
        }

        @Override
        public Size size() {
            return store.size();
        }

        @Override
        public long damaged() {
            return store.damaged();
        }

        @Override
        public void close() {
            store.rollback();
        }
    }
}
