/**
 * Rotas: support that comes week after week, and does not stop when the flood does (CARE §6). A rota is a shape; its slots are derived, and
 * only exceptions are stored. Pure functions: two devices that work out the same week come to the same slots.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.care.rota;
