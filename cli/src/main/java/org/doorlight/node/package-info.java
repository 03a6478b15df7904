/** Holds the place of the node until it is there. */
@org.jspecify.annotations.NullMarked
package org.doorlight.node;
