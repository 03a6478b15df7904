/**
 * A year of people who say hello, forget it, travel and fall, and of boxes that lose power, network and time (docs/SIMULATION.md, "A quiet
 * year"). Plans, windows, what a box signs, facts, observers, the ladder and clock confidence are the ones that run in a home
 * ({@code hello}, {@code core.ClockConfidence}); how facts travel is a model. All chance comes from one seed. What people, boxes and the
 * street are like stands in {@link org.doorlight.protocol.simulation.quiet.QuietHabits}.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.simulation.quiet;
