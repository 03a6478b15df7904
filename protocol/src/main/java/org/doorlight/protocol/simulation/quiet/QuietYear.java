package org.doorlight.protocol.simulation.quiet;

/** A year of a street with one detector. One seed is one year: the same people, falls and faults for each of them. */
public final class QuietYear {
    private static final int DAYS = 365;

    private QuietYear() {}

    /** Plays it. */
    public static QuietOutcome play(Detector detector, long seed) {
        return play(detector, seed, DAYS);
    }

    /** Plays a shorter one; the last three weeks have no falls. */
    public static QuietOutcome play(Detector detector, long seed, int days) {
        QuietStreet street = new QuietStreet(seed, days);
        return switch (detector) {
            case ATTESTED -> new AttestedYear(street).play();
            case PACKET_ABSENCE -> new PacketYear(street).play();
            case THREE_CALLS -> new CallsYear(street).play();
        };
    }
}
