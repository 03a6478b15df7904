/**
 * The one thread of a node that owns its state: inputs go in, the core answers with effects, saves are made durable, and only then
 * does anything leave. Its face is {@link org.doorlight.node.loop.EventLoop}, with {@link org.doorlight.node.loop.Turn} and
 * {@link org.doorlight.node.loop.MomentClock} as what it needs from outside. What an effect does belongs to the edges.
 */
@NullMarked
package org.doorlight.node.loop;

import org.jspecify.annotations.NullMarked;
