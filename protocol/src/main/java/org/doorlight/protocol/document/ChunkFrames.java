package org.doorlight.protocol.document;

/** The chunks of a file one after the other, within the bounds for files. */
final class ChunkFrames {
    private final ByteCursor cursor;
    private int chunks;
    private long plainBytes;

    ChunkFrames(byte[] bytes) throws Refusal {
        if (bytes.length > ChangeLimits.FILE_BYTES_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_BYTES,
                    "the file has " + bytes.length + " bytes, at most " + ChangeLimits.FILE_BYTES_MAX + " are read");
        }
        this.cursor = new ByteCursor(bytes);
    }

    boolean hasNext() {
        return !cursor.isEmpty();
    }

    ChunkFrame next() throws Refusal {
        if (chunks == ChangeLimits.FILE_CHUNKS_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_CHUNKS, "at most " + ChangeLimits.FILE_CHUNKS_MAX + " chunks of a file are read");
        }
        chunks++;
        return ChunkFrame.read(cursor);
    }

    /** Counts what the caller keeps of a chunk: ten thousand small chunks could inflate to gigabytes. */
    void keep(int bytes) throws Refusal {
        plainBytes += bytes;
        if (plainBytes > ChangeLimits.FILE_PLAIN_BYTES_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_BYTES,
                    "at most " + ChangeLimits.FILE_PLAIN_BYTES_MAX + " inflated bytes of a file are read");
        }
    }
}
