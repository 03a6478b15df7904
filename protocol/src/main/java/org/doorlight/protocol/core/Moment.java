package org.doorlight.protocol.core;

/**
 * When something happened: by the wall and by the stopwatch.
 *
 * @param wallMillis milliseconds since 1970 by this node's wall clock, which may be wrong
 * @param monotonicNanos nanoseconds since an arbitrary start, never going back while the process lives
 */
public record Moment(long wallMillis, long monotonicNanos) {}
