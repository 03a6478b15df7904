package org.doorlight.node.loop;

/** The store's side of one turn of the loop. Both methods are called on the loop's thread. */
public interface Turn {
    /** Makes the saves of this turn durable before it returns. An exception means they may be lost; then the loop stops. */
    void commit();

    /** Forgets the saves of this turn. Does not throw. */
    void rollback();
}
