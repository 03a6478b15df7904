/**
 * The names of things, as types: a circle can never be passed where a device is meant.
 * No behaviour lives here beyond ordering, hexadecimal text and conversion to bytes.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.id;
