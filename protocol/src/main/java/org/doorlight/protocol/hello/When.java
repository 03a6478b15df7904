package org.doorlight.protocol.hello;

/**
 * When and under which conditions an observer looks.
 *
 * @param now milliseconds since 1970 by the observer's clock
 * @param heat whether the street is in heat, cold or storm mode
 */
public record When(long now, Pace pace, boolean heat) {}
