package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/**
 * A device of the circle did what no true program does, as this node saw it since it started; shown to stewards. Unlike a
 * {@link ContradictionView} it is no proof: somebody else has to take this node's word for it.
 *
 * @param reason what it did, in words
 * @param times how often
 */
public record ComplaintView(CircleId circle, MemberId member, DeviceId device, String reason, long times) {}
