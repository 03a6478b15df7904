package org.doorlight.protocol.id;

/** One time that somebody was quiet: a hash of the member and the window, so two neighbours who notice it apart mean the same. 16 bytes (HELLO §5). */
public record EpisodeId(Bytes16 value) implements Identifier, Comparable<EpisodeId> {
    public static EpisodeId of(byte[] bytes) {
        return new EpisodeId(Bytes16.of(bytes));
    }

    /** Reads the whole hexadecimal form; anything else is an {@link IllegalArgumentException}. */
    public static EpisodeId parse(String hex) {
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
    public int compareTo(EpisodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return brief();
    }
}
