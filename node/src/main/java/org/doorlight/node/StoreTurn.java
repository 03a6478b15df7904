package org.doorlight.node;

import org.doorlight.node.loop.Turn;
import org.doorlight.node.store.SqliteStore;

/** One turn of the loop is one transaction of the store. */
record StoreTurn(SqliteStore store) implements Turn {
    @Override
    public void commit() {
        store.commit();
    }

    @Override
    public void rollback() {
        store.rollback();
    }
}
