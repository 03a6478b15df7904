package org.doorlight.protocol.simulation.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a detector did: its knocks, its asks, and how long people lay there before anybody was shown. */
final class QuietTally {
    private final SortedMap<Cause, Integer> falseKnocks = new TreeMap<>();
    private int trueKnocks;
    private int asks;
    private int wordsUnderway;

    void falseKnock(Cause cause) {
        falseKnocks.merge(cause, 1, Integer::sum);
    }

    void trueKnock() {
        trueKnocks++;
    }

    void ask() {
        asks++;
    }

    /** A knock in vain while a word of that person's box was still on its way to whoever knocked. */
    void wordUnderway() {
        wordsUnderway++;
    }

    QuietOutcome outcome(Detector detector, QuietStreet street) {
        List<Double> delays = new ArrayList<>();
        int neverShown = 0;
        for (Person person : street.people()) {
            for (Fall fall : person.falls()) {
                fall.delayHours().ifPresent(delays::add);
                neverShown += fall.delayHours().isPresent() ? 0 : 1;
            }
        }
        return new QuietOutcome(
                detector, street.personYears(), falseKnocks, trueKnocks, delays, asks, neverShown, wordsUnderway);
    }
}
