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

    /** Makes the saves of this turn durable before it returns. An exception means they may be lost. */
    void commit();

    /** Forgets the saves of this turn. Does not throw. */
    void rollback();
}
