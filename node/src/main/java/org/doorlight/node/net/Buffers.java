package org.doorlight.node.net;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;

/** A pool of buffers for a small machine with one network thread. */
final class Buffers {
    private static final int PAGE_BYTES = 8 * 1024;

    /** Pages in a chunk as a power of two: 512 KiB at a time, instead of Netty's 4 MiB. */
    private static final int CHUNK_ORDER = 6;

    /** Buffers of one size that the network thread keeps for itself. */
    private static final int CACHED = 16;

    private Buffers() {}

    static ByteBufAllocator small() {
        return new PooledByteBufAllocator(true, 1, 1, PAGE_BYTES, CHUNK_ORDER, CACHED, CACHED, false);
    }
}
