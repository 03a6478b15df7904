package org.doorlight.protocol.document;

/**
 * Every bound of the change validator, with its unit in its name. PROTOCOL §11 is the source of the first three; the
 * others keep what one change can cost, in memory or time, in proportion to them.
 */
public final class ChangeLimits {

    /** Operations in one change. */
    public static final int CHANGE_OPERATIONS_MAX = 10_000;

    /** Bytes of one chunk, inflated, its header of at most 19 bytes not counted. */
    public static final int CHANGE_PLAIN_BYTES_MAX = 256 * 1024;

    /** How deep objects made in one change may be nested in each other. */
    public static final int CHANGE_DEPTH_MAX = 32;

    /**
     * Operations of one change at one name or element: counting up in a loop, say. The engine's time grows with their
     * square; ten thousand took it 0.7 s, these take it 1 ms.
     */
    public static final int CHANGE_PLACE_OPERATIONS_MAX = 256;

    /**
     * Predecessors of all operations of one change. Two per operation on average: one is usual, more only after
     * concurrent writes, and three bytes of run length could otherwise claim millions.
     */
    public static final int CHANGE_PREDECESSORS_MAX = 2 * CHANGE_OPERATIONS_MAX;

    /**
     * Changes that one change directly follows. An envelope names at most 32 heads (PROTOCOL §11), but a document that
     * more neighbours wrote while apart has as many, and the first change after that must not be refused.
     */
    public static final int CHANGE_DEPENDENCIES_MAX = 256;

    /** Actors that one change mentions besides its author. */
    public static final int CHANGE_OTHER_ACTORS_MAX = 512;

    /** Bytes of an actor id. Doorlight's own have 16, other writers' may be longer. */
    public static final int ACTOR_BYTES_MAX = 64;

    /** UTF-8 bytes of a change's message. Doorlight writes none. */
    public static final int MESSAGE_BYTES_MAX = 4 * 1024;

    /** UTF-8 bytes of one map key or mark name. */
    public static final int KEY_BYTES_MAX = 1024;

    /**
     * UTF-8 bytes of all map keys and mark names of one change, a repeated one counted each time: a run of a few bytes
     * unrolls to a copy per operation in native memory.
     */
    public static final int CHANGE_KEY_BYTES_MAX = 1024 * 1024;

    /** Bytes of one value: a text, a picture's thumbnail. */
    public static final int VALUE_BYTES_MAX = 64 * 1024;

    /** Changes of one actor in one document, numbered from 1. */
    public static final long SEQUENCE_MAX = Integer.MAX_VALUE;

    /** The largest operation counter. The engine keeps counters in 32 bits and aborts beyond. */
    public static final long OPERATION_COUNTER_MAX = Integer.MAX_VALUE;

    /** Columns listed in one chunk. Fourteen kinds are known; more is refused before they are read. */
    public static final int COLUMNS_MAX = 32;

    /** Bytes of a file that is explained chunk by chunk. */
    public static final int FILE_BYTES_MAX = 8 * 1024 * 1024;

    /** Chunks of such a file. */
    public static final int FILE_CHUNKS_MAX = 10_000;

    /** Inflated bytes of all chunks of such a file. */
    public static final int FILE_PLAIN_BYTES_MAX = 16 * 1024 * 1024;

    /** Operations of all changes of such a file; a refused change counts as the largest, because it may have cost as much. */
    public static final int FILE_OPERATIONS_MAX = 2_000_000;

    /** Saved documents in such a file. */
    public static final int FILE_DOCUMENTS_MAX = 4;

    /** Inflated bytes of one saved document, which is only ever explained, never loaded. */
    public static final int DOCUMENT_PLAIN_BYTES_MAX = 1024 * 1024;

    /** Changes in one saved document. */
    public static final int DOCUMENT_CHANGES_MAX = 10_000;

    /** Operations in one saved document. */
    public static final int DOCUMENT_OPERATIONS_MAX = 50_000;

    /** Successors of all operations of one saved document. */
    public static final int DOCUMENT_SUCCESSORS_MAX = 2 * DOCUMENT_OPERATIONS_MAX;

    /** Actors in one saved document. */
    public static final int DOCUMENT_ACTORS_MAX = 10_000;

    private ChangeLimits() {}
}
