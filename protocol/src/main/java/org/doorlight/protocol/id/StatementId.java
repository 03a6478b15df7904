package org.doorlight.protocol.id;

/** One charter statement: the hash of its bytes without the signature. 32 bytes (PROTOCOL §2). */
public record StatementId(Bytes32 value) implements Identifier, Comparable<StatementId> {
    /** No statement: what the first statement of a device names as its previous one. */
    public static final StatementId NONE = new StatementId(Bytes32.ZERO);

    public static StatementId of(byte[] bytes) {
        return new StatementId(Bytes32.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static StatementId parse(String hex) {
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
    public int compareTo(StatementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
