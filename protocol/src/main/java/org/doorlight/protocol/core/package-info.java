/**
 * The node as a function: {@code NodeCore} takes a moment and an input and answers with effects.
 * Edges know {@code Input}, {@code Effect} and the small types around them; everything else in here is the core's own.
 * No thread, socket, file, clock or random source: those are arguments.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.core;
