package org.doorlight.protocol.id;

/** One yes of one member to one slot. 16 bytes, a hash of the member and chance, so that nobody else can own it (CARE §3). */
public record CommitmentId(Bytes16 value) implements Identifier, Comparable<CommitmentId> {
    public static CommitmentId of(byte[] bytes) {
        return new CommitmentId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static CommitmentId parse(String hex) {
        return of(Hex.parse(hex, Bytes16.LENGTH));
    }

    @Override
    public String hex() {
        return value.hex();
    }

    @Override
    public byte[] toBytes() {
        return value.toBytes();
    }

    @Override
    public int compareTo(CommitmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
