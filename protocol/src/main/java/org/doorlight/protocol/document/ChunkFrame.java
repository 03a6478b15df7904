package org.doorlight.protocol.document;

import java.util.Arrays;

/**
 * The outside of one chunk as it came: {@code magic | checksum | type | length | contents}. Its length is within the
 * bytes, nothing inside was looked at yet.
 *
 * @param checksum the four bytes the sender wrote
 * @param type what the contents are
 * @param contents the contents, possibly compressed
 */
record ChunkFrame(byte[] checksum, Type type, ByteCursor contents) {
    private static final byte[] MAGIC = {(byte) 0x85, 0x6f, 0x4a, (byte) 0x83};
    private static final int CHECKSUM_BYTES = 4;

    /** Offset of the type byte in a chunk: the hash covers everything from here on. */
    static final int TYPE_OFFSET = MAGIC.length + CHECKSUM_BYTES;

    /** The chunk types, in the order of their numbers on the wire. */
    enum Type {
        DOCUMENT,
        CHANGE,
        COMPRESSED_CHANGE
    }

    /** Takes the next chunk off the cursor. */
    static ChunkFrame read(ByteCursor cursor) throws Refusal {
        if (!Arrays.equals(cursor.take(MAGIC.length).copy(), MAGIC)) {
            throw new Refusal(Reason.WRONG_MAGIC, "the bytes do not begin like an Automerge chunk");
        }
        byte[] checksum = cursor.take(CHECKSUM_BYTES).copy();
        Type type = type(cursor.octet());
        return new ChunkFrame(checksum, type, cursor.take(cursor.unsigned()));
    }

    private static Type type(int number) throws Refusal {
        if (number >= Type.values().length) {
            throw new Refusal(Reason.UNKNOWN_CHUNK_TYPE, "chunk type " + number + " is not known");
        }
        return Type.values()[number];
    }

    /**
     * The chunk with its contents inflated and its checksum confirmed.
     *
     * @param plainBytesMax how many bytes the inflated contents may have
     */
    Chunk open(int plainBytesMax) throws Refusal {
        if (contents.remaining() > plainBytesMax) {
            throw new Refusal(
                    Reason.TOO_MANY_BYTES,
                    "the chunk has " + contents.remaining() + " bytes, at most " + plainBytesMax + " are allowed");
        }
        boolean compressed = type == Type.COMPRESSED_CHANGE;
        byte[] plain = compressed ? Inflation.inflate(contents.copy(), plainBytesMax) : contents.copy();
        return Chunk.confirm(checksum, type == Type.DOCUMENT ? Type.DOCUMENT : Type.CHANGE, plain);
    }

    static byte[] magic() {
        return MAGIC.clone();
    }
}
