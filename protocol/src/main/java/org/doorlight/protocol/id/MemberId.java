package org.doorlight.protocol.id;

/** A member: the hash of the statement that admitted its first device. Outlives every key. 32 bytes (PROTOCOL §1). */
public record MemberId(Bytes32 value) implements Identifier, Comparable<MemberId> {
    /** Nobody: the owner of a document that is shared by its audience. */
    public static final MemberId NOBODY = new MemberId(Bytes32.ZERO);

    public static MemberId of(byte[] bytes) {
        return new MemberId(Bytes32.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static MemberId parse(String hex) {
        return of(Hex.parse(hex, Bytes32.LENGTH));
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
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
