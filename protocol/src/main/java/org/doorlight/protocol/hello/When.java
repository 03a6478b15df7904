package org.doorlight.protocol.hello;

/**
 * When and under which conditions an observer looks.
 *
 * @param now milliseconds since 1970 by the observer's clock
 * @param heat when the street is in heat, cold or storm mode
 */
public record When(long now, Pace pace, Heat heat) {
    /** Heat as far as it matters to this plan. */
    Heat heatFor(HelloPlan plan) {
        return plan.consents().heat() ? heat : Heat.NONE;
    }

    /** Whether it is hot, cold or stormy now, for this plan. */
    boolean isHeatFor(HelloPlan plan) {
        return heatFor(plan).covers(now);
    }
}
