package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.hello.Heat;
import org.doorlight.protocol.hello.HeatMode;
import org.doorlight.protocol.id.MemberId;

/** Hot, cold and stormy days, as the stewards say (HELLO §6). */
final class HelloHeat {
    private HelloHeat() {}

    /** The mode of a circle at this time. */
    static Optional<HeatMode> now(Circle circle, long now) {
        return HeatMode.at(said(circle), now);
    }

    /** When the stewards' latest word counts, over or not. */
    static Heat span(Circle circle) {
        return HeatMode.latest(said(circle)).map(HeatMode::span).orElse(Heat.NONE);
    }

    /** Everything the stewards say of the circle. */
    static List<SortedMap<String, byte[]>> said(Circle circle) {
        return circle.board().streets(stewards(circle));
    }

    private static SortedSet<MemberId> stewards(Circle circle) {
        SortedSet<MemberId> stewards = new TreeSet<>();
        circle.replica().charter().resolved().members().forEach((member, role) -> {
            if (role == Role.STEWARD) {
                stewards.add(member);
            }
        });
        return stewards;
    }
}
