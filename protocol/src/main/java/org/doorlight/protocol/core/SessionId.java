package org.doorlight.protocol.core;

/** One connection of this process; numbered by the network edge, never used again. */
public record SessionId(long number) implements Comparable<SessionId> {
    @Override
    public int compareTo(SessionId other) {
        return Long.compare(number, other.number);
    }
}
