package org.doorlight.protocol.document;

/** The chunks of a file one after the other, within the bounds for files. */
final class ChunkFrames {
    private final ByteCursor cursor;
    private int chunks;
    private int documents;
    private long plainBytes;
    private long operations;

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

    /** Counts a saved document: a few hundred bytes of one can take a tenth of a second to explain. */
    void countDocument() throws Refusal {
        documents++;
        if (documents > ChangeLimits.FILE_DOCUMENTS_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_CHUNKS,
                    "at most " + ChangeLimits.FILE_DOCUMENTS_MAX + " saved documents of a file are read");
        }
    }

    /** Counts operations looked at: a few bytes of run length stand for thousands. */
    void count(int more) throws Refusal {
        operations += more;
        if (operations > ChangeLimits.FILE_OPERATIONS_MAX) {
            throw new Refusal(
                    Reason.TOO_MANY_OPERATIONS,
                    "as much as " + ChangeLimits.FILE_OPERATIONS_MAX + " operations of a file is read, not more");
        }
    }
}
