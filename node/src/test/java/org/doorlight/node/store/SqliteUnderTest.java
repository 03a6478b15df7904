package org.doorlight.node.store;

import java.util.List;
import org.doorlight.protocol.core.Effect.DeleteRecord;
import org.doorlight.protocol.core.Effect.SaveEnvelope;
import org.doorlight.protocol.core.Effect.SaveRecord;
import org.doorlight.protocol.core.Shelf;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;

/** The real store in the contract's clothes. */
record SqliteUnderTest(SqliteStore store) implements StoreContract.Store {
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
        store.close();
    }
}
