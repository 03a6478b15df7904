package org.doorlight.protocol.charter;

import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.StatementId;

/**
 * A device that counts.
 *
 * @param member whose it is
 * @param admission the statement that brought it in
 */
public record Standing(DeviceKeys keys, MemberId member, Role role, StatementId admission) {}
