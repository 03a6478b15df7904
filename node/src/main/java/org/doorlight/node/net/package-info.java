/**
 * The network edge: listens, dials, and carries frames between this node and others over mutual TLS 1.3 (PROTOCOL §7.1).
 * Its face is {@link org.doorlight.node.net.NettyNetwork} with {@link org.doorlight.node.net.NetLimits},
 * {@link org.doorlight.node.net.NetCounters} and {@link org.doorlight.node.net.NetFailure}.
 * What a frame means, who the other end is and whether it may stay is decided in the core; nothing here looks into a frame.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.node.net;
