/**
 * One running node: {@link org.doorlight.node.NodeMain} puts the core and its edges together. The edges lie in the packages below and do
 * not know each other.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.node;
