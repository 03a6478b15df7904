package org.doorlight.protocol.hello;

/**
 * A touch that came after its window had been attested, or on another of the person's devices: told at once.
 *
 * @param window the latest window the box knows of; the touch answers for it and all before it
 * @param at when, by the box's clock; shown, decides nothing
 */
public record Hello(WindowId window, Picture picture, long at) {}
