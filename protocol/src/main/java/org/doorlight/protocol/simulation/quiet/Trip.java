package org.doorlight.protocol.simulation.quiet;

/**
 * A time away from home.
 *
 * @param told whether whoever goes tells the box
 * @param saidUntil the day they say they are back, right or not
 */
record Trip(long from, long until, boolean told, long saidUntil) {}
