package org.doorlight.protocol.core.view;

/**
 * What time it is for this node.
 *
 * @param clock SURE or UNSURE
 * @param source NONE, NTP, PEERS or PERSON
 * @param time ISO date-time with offset
 */
public record ClockView(String clock, String source, String time) implements View {}
