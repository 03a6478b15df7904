/**
 * What crosses the wire and how large it may be: {@link org.doorlight.protocol.wire.Limits} holds every bound,
 * {@link org.doorlight.protocol.wire.Frames} turns messages into frames and back, {@link org.doorlight.protocol.wire.Flaw} says what is
 * wrong with bytes that are none. Generated messages lie in {@code wire.message}.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.wire;
