/**
 * The sealed, signed unit of replication (PROTOCOL §5): {@link org.doorlight.protocol.envelope.Envelope} is its bytes,
 * {@link org.doorlight.protocol.envelope.Sealing} writes and opens it, {@link org.doorlight.protocol.envelope.Seals} ties it to its
 * document. Who may write and what the body means is decided above.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.envelope;
