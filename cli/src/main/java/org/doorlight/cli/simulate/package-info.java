/**
 * Simulated streets from the command line: no node runs, nothing is stored, one seed is one world. The street itself is {@code
 * org.doorlight.protocol.simulation}; here its options are read and its outcome is told.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli.simulate;
