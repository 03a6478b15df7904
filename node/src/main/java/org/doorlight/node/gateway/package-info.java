/**
 * Ways out of the node into the home around it. Here: {@link org.doorlight.node.gateway.NudgeProgram}, which lets something ring or light
 * up. What is told to others on the street does not live here.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.node.gateway;
