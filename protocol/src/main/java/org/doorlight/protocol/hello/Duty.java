package org.doorlight.protocol.hello;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.doorlight.protocol.id.MemberId;

/** Whose day it is: the buddies take turns day by day, in the order the person chose. */
final class Duty {
    private Duty() {}

    static List<MemberId> order(List<MemberId> buddies, LocalDate date) {
        List<MemberId> order = new ArrayList<>(buddies);
        if (!order.isEmpty()) {
            Collections.rotate(order, -Math.floorMod(date.toEpochDay(), order.size()));
        }
        return order;
    }
}
