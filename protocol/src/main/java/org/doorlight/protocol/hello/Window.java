package org.doorlight.protocol.hello;

/**
 * One window of one day, in milliseconds since 1970.
 *
 * @param opens from here on a touch counts for it
 * @param closes here the nudges begin
 * @param due the end of the grace; here the box signs how it went
 */
public record Window(WindowId id, long opens, long closes, long due) {}
