package org.doorlight.protocol.core.view;

import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.MemberId;

/**
 * A circle as this home sees it.
 *
 * @param name the street's own name for it; a few digits of the id until the name has arrived
 * @param zone IANA time zone of its windows
 * @param member who this home is in it
 * @param role this home's role
 */
public record CircleView(CircleId id, String name, String zone, MemberId member, String role, int members, int devices)
        implements View {}
