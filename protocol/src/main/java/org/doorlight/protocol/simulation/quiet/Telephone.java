package org.doorlight.protocol.simulation.quiet;

import org.doorlight.protocol.simulation.Dice;

/** Whether somebody who is rung up answers. Neighbours and telephone services have the same luck. */
final class Telephone {
    private Telephone() {}

    static boolean reaches(Person person, long now, Dice dice) {
        boolean home = person.atHome(now);
        boolean silent = person.morning(now)
                .filter(day -> day.telephoneOff() || (day.telephoneLeft() && !home))
                .isPresent();
        double chance = home ? 1 - QuietHabits.CALL_UNHEARD : QuietHabits.REACHED_ELSEWHERE;
        return dice.chance(chance) && !silent && person.well(now);
    }
}
