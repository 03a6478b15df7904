/**
 * Real node processes on this machine, started and ended by the demo, the benchmarks and the tests. They listen on loopback only.
 * {@link org.doorlight.cli.process.ThrowAwayStreet} and {@link org.doorlight.cli.process.NodeProcess} are the face.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli.process;
