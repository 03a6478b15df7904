package org.doorlight.node.net;

/**
 * What the edge has counted since it was made; numbers only, nothing about anybody.
 *
 * @param accepted TCP connections that were let in to begin TLS
 * @param refusedHalfOpen TCP connections closed at once because too many were there already
 * @param tlsFailed handshakes that failed or took too long, in both directions
 * @param tooLong sessions cut for a frame out of bounds
 * @param tooSlow sessions cut because the other end did not take what was sent
 * @param idle sessions cut because nothing came for too long
 * @param bytesIn bytes of frames received, with length prefix, before TLS
 * @param bytesOut bytes of frames sent, with length prefix, before TLS
 */
public record NetCounters(
        long accepted,
        long refusedHalfOpen,
        long tlsFailed,
        long tooLong,
        long tooSlow,
        long idle,
        long bytesIn,
        long bytesOut) {}
