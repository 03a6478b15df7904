package org.doorlight.protocol.care;

/**
 * What a yes was said to (CARE §2). When either number has grown since, the yes is asked again.
 *
 * @param moved how often the slot was moved by more than two hours
 * @param intent version of the request's intent: each pause and each resume raises it
 */
public record Revision(long moved, long intent) {}
