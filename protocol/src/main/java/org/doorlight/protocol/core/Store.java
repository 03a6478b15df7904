package org.doorlight.protocol.core;

/**
 * Where the saves of one turn go, to become durable together. Used on the loop's thread only; what it has taken is read back through the
 * {@link Archive}, the running turn included.
 */
public interface Store {
    /** Appends an envelope to the running turn. */
    void saveEnvelope(Effect.SaveEnvelope effect);

    /** Puts a record in the running turn. */
    void saveRecord(Effect.SaveRecord effect);

    /** Removes a record in the running turn; nothing happens if there is none. */
    void deleteRecord(Effect.DeleteRecord effect);

    /** Makes the saves of this turn durable before it returns. A {@link StoreFault} means they may be lost. */
    void commit();

    /** Forgets the saves of this turn. Does not throw. */
    void rollback();

    /**
     * Lets go of what is kept in memory and opens again what is on the disk. After a failed sync memory and disk may differ, and a sync
     * that is tried again says nothing.
     */
    void reopen();

    /** Finds out whether it takes something in: writes a little, makes it durable and takes it away again, or throws a {@link StoreFault}. */
    void probe();
}
