package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.id.DeviceId;

/** Who means harm in a story that is told, and what others know of it. */
final class Harm {
    private static final Duration LOOKED_FOR_COMPANY = Duration.ofMinutes(2);

    private final World world;
    private final People people;
    private final SortedMap<String, Saboteur> saboteurs = new TreeMap<>();

    Harm(World world, People people) {
        this.world = world;
        this.people = people;
    }

    /** Does it now; from now on nothing is promised to that home any more. */
    void does(SimulatedNode home, Misdeed misdeed) {
        Saboteur who = saboteurs.computeIfAbsent(
                home.name(), unseen -> new Saboteur(world, home, List.of(Misdeed.values()), 1));
        if (misdeed == Misdeed.WITHHOLD) {
            who.keepBack();
            return;
        }
        // Its node compares with its neighbours every half minute, and dials again whoever hung up.
        world.passUntil(LOOKED_FOR_COMPANY, () -> {
            home.wake();
            return who.hasCompany();
        });
        who.doIt(misdeed);
        if (!who.done().contains(misdeed)) {
            throw new AssertionError(home.name() + " talks with nobody now");
        }
    }

    /** True if a home holds the proof that another gave two answers. */
    boolean isProved(SimulatedNode at, SimulatedNode culprit) {
        SortedSet<DeviceId> devices = world.dishonestDevices();
        return !culprit.isHonest()
                && Kept.of(at).stream()
                        .flatMap(kept -> kept.contradictions().stream())
                        .anyMatch(proof -> devices.contains(proof.device()));
    }

    /** True if a home, a steward's, complains of another. */
    boolean isComplainedOf(SimulatedNode at, SimulatedNode culprit) {
        SortedSet<DeviceId> devices = world.dishonestDevices();
        return !culprit.isHonest()
                && people.status(at).complaints().stream().anyMatch(complaint -> devices.contains(complaint.device()));
    }
}
