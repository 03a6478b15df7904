package org.doorlight.protocol.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.doorlight.protocol.id.Bytes16;

/**
 * Which state of a home's store this is. It is kept in the store and once more beside it: a store that is behind what stands beside it was
 * put back from an older copy, and its home takes new keys before it writes (PROTOCOL §1).
 *
 * @param lineage 16 random bytes; others whenever something was found put back or copied
 * @param count grows with each start and with each orderly end
 */
public record Generation(Bytes16 lineage, long count) {
    /** Bytes of a written generation. */
    public static final int BYTES = Bytes16.LENGTH + Long.BYTES;

    private static final byte[] KEY = "generation".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DOUBT = "doubt".getBytes(StandardCharsets.US_ASCII);

    /** The same store, later. */
    public Generation next() {
        return new Generation(lineage, count + 1);
    }

    /** False for a store that is older than what was last written beside it, or another one. */
    public boolean follows(Generation beside) {
        return lineage.equals(beside.lineage) && count >= beside.count;
    }

    /**
     * True for a store that is no older than what stands beside it, or that was never started.
     *
     * @param inside what the store says of itself
     * @param beside what stands beside it, if it is whole and the home lies where it lay
     */
    public static boolean isSound(Optional<Generation> inside, Optional<Generation> beside) {
        return inside.isEmpty()
                ? beside.isEmpty()
                : beside.filter(inside.get()::follows).isPresent();
    }

    /** {@code lineage 16 | count 8} */
    public byte[] toBytes() {
        ByteBuffer to = ByteBuffer.allocate(BYTES);
        lineage.write(to);
        return to.putLong(count).array();
    }

    /** Reads {@link #BYTES} bytes. */
    public static Generation of(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        return new Generation(Bytes16.read(from), from.getLong());
    }

    // ---- in the store

    /** The save that writes it into the store. */
    public Effect.SaveRecord save() {
        return new Effect.SaveRecord(Shelf.GENERATION, KEY, toBytes());
    }

    /** What the store says of itself; empty for one that was never started. */
    public static Optional<Generation> load(Archive archive) {
        return archive.records(Shelf.GENERATION).stream()
                .filter(kept -> Arrays.equals(kept.key(), KEY) && kept.value().length == BYTES)
                .map(kept -> of(kept.value()))
                .findFirst();
    }

    /** The save that tells the core, at its next start, that somebody else may speak under this home's keys. */
    public static Effect.SaveRecord doubt() {
        return new Effect.SaveRecord(Shelf.GENERATION, DOUBT, new byte[0]);
    }

    static boolean isDoubted(Archive archive) {
        return archive.records(Shelf.GENERATION).stream().anyMatch(kept -> Arrays.equals(kept.key(), DOUBT));
    }

    static Effect.DeleteRecord doubtHeard() {
        return new Effect.DeleteRecord(Shelf.GENERATION, DOUBT);
    }
}
