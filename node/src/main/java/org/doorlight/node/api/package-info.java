/**
 * The local HTTP API: requests of this household's own programs become inputs of the core, its answers become responses, its
 * announcements an event stream. {@code docs/API.md} is its face to the outside.
 *
 * <p>The face to the rest of the node is {@link org.doorlight.node.api.ApiServer}, with {@code ApiLimits} and {@code ApiFailure}. The
 * table of what may be asked is {@code Routes}; who may ask at all is decided in {@code Gate}. Pages for people do not live here, and
 * nothing here knows what a request or a circle means.
 *
 * <p>One Netty thread owns everything in this package: connections, tickets, and the ring of events. The loop's thread only posts to it.
 */
@NullMarked
package org.doorlight.node.api;

import org.jspecify.annotations.NullMarked;
