/** The command line: {@code run} and {@code demo} start nodes, everything else is a client of the local API. */
@org.jspecify.annotations.NullMarked
package org.doorlight.cli;
