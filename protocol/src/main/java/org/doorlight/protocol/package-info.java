/**
 * Everything two nodes must agree on, as a pure core: no thread, socket, file, wall clock, random source or log in here.
 * The packages below are layers; {@code docs/ARCHITECTURE.md} has the picture.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol;
