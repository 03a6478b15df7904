/**
 * A street in one thread: the core that runs in homes, with virtual time, a faulty network, faulty disks and wrong clocks. One seed is one
 * world. Its face is {@link org.doorlight.protocol.simulation.Neighbourhood} for a story, {@link
 * org.doorlight.protocol.simulation.Scenario} for a story in a text file, and {@link org.doorlight.protocol.simulation.Swarm} for a
 * world drawn from its seed. {@link org.doorlight.protocol.simulation.World} holds them together; the simulated edges keep the same
 * contracts as the real ones; the checkers look on all the time. {@code docs/SIMULATION.md} is the handbook.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.simulation;
