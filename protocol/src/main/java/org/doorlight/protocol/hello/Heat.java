package org.doorlight.protocol.hello;

/**
 * From when until when a street is in heat, cold or storm mode. An extra window counts if it opens in this time: nobody is expected in
 * one that was over before anybody knew of it.
 *
 * @param from milliseconds since 1970
 * @param until the first millisecond after it
 */
public record Heat(long from, long until) {
    /** No such days. */
    public static final Heat NONE = new Heat(0, 0);

    /** Whether this moment is one of them. */
    public boolean covers(long millis) {
        return from <= millis && millis < until;
    }
}
