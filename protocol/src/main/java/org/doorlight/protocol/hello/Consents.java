package org.doorlight.protocol.hello;

/**
 * What the person of a plan said yes to.
 *
 * @param upTo the last step of the ladder that may be taken
 * @param twoVoices a sighting counts once two buddies say so; a hello always counts
 * @param heat extra windows while the street is in heat mode
 * @param silence buddies may be told that the box cannot be heard
 * @param silenceKnock after two days of a silent box somebody may knock
 * @param wider others than the buddies may be asked "has anyone seen Rosa today?"
 */
public record Consents(
        Level upTo, boolean twoVoices, boolean heat, boolean silence, boolean silenceKnock, boolean wider) {
    /** Every step, one voice, nothing beyond. */
    public static final Consents USUAL = new Consents(Level.DECIDE, false, false, true, false, false);
}
