package org.doorlight.protocol.simulation.year;

/** A year of a street, under one policy. One seed is one year: the same homes, wishes and weather for every policy. */
public final class StreetYear {
    private StreetYear() {}

    /**
     * Plays it.
     *
     * @param demand 1 for what is usual in such a street, 3 for three times as much
     */
    public static YearOutcome play(YearPolicy policy, long seed, int households, int days, double demand) {
        Script script = Script.draw(seed, households, days, demand);
        return policy == YearPolicy.FAIR_TURN
                ? new FairStreet(script).play()
                : new CentralStreet(script, policy).play();
    }
}
