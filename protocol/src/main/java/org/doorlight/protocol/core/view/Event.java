package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * Something happened that a screen may want to show. Sent when the change is in the read model and durable here.
 *
 * @param type as {@code request.changed}, {@code commitment.changed}, {@code capacity.changed},
 *     {@code invitation.changed}, {@code circle.changed}, {@code peer.connected},
 *     {@code peer.disconnected}, {@code sync.progress}, {@code member.contradicts} (to stewards)
 * @param document the document it is about; null if none
 * @param at milliseconds since 1970 by this node's wall clock; an ISO date-time in JSON
 */
public record Event(
        String type, @Nullable CircleId circle, @Nullable DocumentId document, long at) {}
