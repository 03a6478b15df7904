/**
 * A year of a street of neighbours who ask, say yes, hand back and rest (docs/SIMULATION.md, "A year of care"). The rules are the ones
 * that run in a home ({@code care}); how facts travel is a model: what one home writes reaches another when boxes that are on and not cut
 * off have met. All chance comes from one seed. What people are like stands in {@link org.doorlight.protocol.simulation.year.Habits}.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.simulation.year;
