package org.doorlight.protocol.document;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who wrote a change, as Automerge sees it: 1 to {@link ChangeLimits#ACTOR_BYTES_MAX} bytes, compared as unsigned
 * numbers, a shorter one before a longer one that begins alike. Doorlight's own have 16 bytes (PROTOCOL §6).
 */
public record ActorId(byte[] bytes) implements Comparable<ActorId> {

    /** @throws IllegalArgumentException if there is no byte, or too many */
    public ActorId {
        if (bytes.length == 0 || bytes.length > ChangeLimits.ACTOR_BYTES_MAX) {
            throw new IllegalArgumentException("an actor id cannot have " + bytes.length + " bytes");
        }
        bytes = bytes.clone();
    }

    /** A copy of the bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(ActorId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActorId that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The first eight hexadecimal digits, for messages. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes, 0, Math.min(4, bytes.length));
    }
}
