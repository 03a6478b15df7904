package org.doorlight.protocol.sync;

/**
 * What a node says of the time.
 *
 * @param wallMillis milliseconds since 1970
 * @param source where it knows it from, as on the wire; 0 if it does not know
 */
public record Time(long wallMillis, int source) {
    /** Of a node that does not know. */
    public static final Time UNKNOWN = new Time(0, 0);
}
