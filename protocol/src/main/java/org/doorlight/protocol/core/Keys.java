package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.Identifier;

/** The keys of records: the circle first, so that a circle's records lie together. */
final class Keys {
    private Keys() {}

    static byte[] of(CircleId circle, Identifier id) {
        return joined(circle.toBytes(), id.toBytes());
    }

    static byte[] of(CircleId circle, Identifier id, Identifier inIt) {
        return joined(of(circle, id), inIt.toBytes());
    }

    private static byte[] joined(byte[] first, byte[] rest) {
        return ByteBuffer.allocate(first.length + rest.length)
                .put(first)
                .put(rest)
                .array();
    }

    /** A statement's key holds its place in the order of arrival, so that reading back needs no sorting. */
    static byte[] of(CircleId circle, int place) {
        byte[] first = circle.toBytes();
        return ByteBuffer.allocate(first.length + Integer.BYTES)
                .put(first)
                .putInt(place)
                .array();
    }
}
