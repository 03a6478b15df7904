package org.doorlight.protocol.core;

import java.time.ZoneId;
import org.doorlight.protocol.hello.Pace;

/**
 * What everything about hellos needs of its node.
 *
 * @param zone in which people read and type the time of this box
 */
record HelloTools(Pace pace, NodeClock clock, Outbox outbox, News news, Vault vault, ZoneId zone) {}
