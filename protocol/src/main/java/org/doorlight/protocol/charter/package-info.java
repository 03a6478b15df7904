/**
 * Who is in a circle, and in which role: signed statements that name their predecessors (PROTOCOL §2), and the pure function from a
 * set of them to devices, members and roles. {@link org.doorlight.protocol.charter.Charter} is the face.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.charter;
