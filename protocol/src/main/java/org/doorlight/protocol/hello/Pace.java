package org.doorlight.protocol.hello;

import java.time.Duration;

/**
 * How long the ladder and its observers wait. The real one is {@link #USUAL}; end-to-end tests use a quicker one of the same shape, all
 * parts shortened alike.
 *
 * @param step from one step of the ladder to the next, and how long an "I will" holds
 * @param jitterMax an attestation leaves up to so long after it is due
 * @param silentAfter a box silent for so long past a due attestation cannot be heard
 * @param silentAfterInHeat the same in heat mode
 * @param quorumWithin observers who say so within this time of each other count together
 * @param silenceKnockAfter a silent box leads to a knock after so long at the earliest
 * @param silenceKnockAfterInHeat the same in heat mode
 * @param lately a home heard of within so long is in reach, and one not heard of for longer is silent
 * @param streetOffFor no silent box is told of for so long after part of the street went off
 * @param streetOffWithin so many boxes silent within this time are a part of the street
 */
public record Pace(
        Duration step,
        Duration jitterMax,
        Duration silentAfter,
        Duration silentAfterInHeat,
        Duration quorumWithin,
        Duration silenceKnockAfter,
        Duration silenceKnockAfterInHeat,
        Duration lately,
        Duration streetOffFor,
        Duration streetOffWithin) {
    /** HELLO §4 and §5. */
    public static final Pace USUAL = new Pace(
            Duration.ofMinutes(60),
            Duration.ofMinutes(10),
            Duration.ofHours(24),
            Duration.ofHours(6),
            Duration.ofHours(6),
            Duration.ofHours(48),
            Duration.ofHours(12),
            Duration.ofHours(1),
            Duration.ofHours(48),
            Duration.ofMinutes(10));

    /** The same so many times as quick. */
    public Pace times(long faster) {
        return new Pace(
                step.dividedBy(faster),
                jitterMax.dividedBy(faster),
                silentAfter.dividedBy(faster),
                silentAfterInHeat.dividedBy(faster),
                quorumWithin.dividedBy(faster),
                silenceKnockAfter.dividedBy(faster),
                silenceKnockAfterInHeat.dividedBy(faster),
                lately.dividedBy(faster),
                streetOffFor.dividedBy(faster),
                streetOffWithin.dividedBy(faster));
    }
}
