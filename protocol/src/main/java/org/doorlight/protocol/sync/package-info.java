/**
 * What two nodes do once a channel stands (PROTOCOL §7), without socket or thread: {@link org.doorlight.protocol.sync.Session} is handed
 * messages and says messages. It knows a circle through {@link org.doorlight.protocol.sync.Party} only.
 */
@org.jspecify.annotations.NullMarked
package org.doorlight.protocol.sync;
