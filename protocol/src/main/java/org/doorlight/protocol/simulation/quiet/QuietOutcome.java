package org.doorlight.protocol.simulation.quiet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one detector came to.
 *
 * @param byCause episodes that brought somebody to the door of a person who was well, by what led there
 * @param trueKnocks episodes that brought somebody to a person who lay there
 * @param delayHours for each fall that was shown: hours from the fall until a neighbour was shown that something is up; sorted
 * @param asks times a buddy's box asked its people for something new
 * @param neverShown falls that nobody was ever shown
 * @param wordsUnderway of the false knocks, those where a word of that person's box was still on its way to whoever knocked
 */
public record QuietOutcome(
        Detector detector,
        double personYears,
        SortedMap<Cause, Integer> byCause,
        int trueKnocks,
        List<Double> delayHours,
        int asks,
        int neverShown,
        int wordsUnderway) {
    private static final int MONTHS = 12;
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    public QuietOutcome {
        byCause = Collections.unmodifiableSortedMap(new TreeMap<>(byCause));
        delayHours = delayHours.stream().sorted().toList();
    }

    /** Two worlds of one detector together. */
    public QuietOutcome with(QuietOutcome other) {
        SortedMap<Cause, Integer> causes = new TreeMap<>(byCause);
        other.byCause.forEach((cause, count) -> causes.merge(cause, count, Integer::sum));
        List<Double> delays = new ArrayList<>(delayHours);
        delays.addAll(other.delayHours);
        return new QuietOutcome(
                detector,
                personYears + other.personYears,
                causes,
                trueKnocks + other.trueKnocks,
                delays,
                asks + other.asks,
                neverShown + other.neverShown,
                wordsUnderway + other.wordsUnderway);
    }

    public int falseKnocks(Cause cause) {
        return byCause.getOrDefault(cause, 0);
    }

    /** All of them. */
    public int falseKnocks() {
        return byCause.values().stream().mapToInt(Integer::intValue).sum();
    }

    public double falsePerPersonYear() {
        return falseKnocks() / personYears;
    }

    /** Of all knocks the part that came to somebody who lay there, 0 to 1; 1 without any knock. */
    public double precision() {
        int all = trueKnocks + falseKnocks();
        return all == 0 ? 1 : (double) trueKnocks / all;
    }

    /** NaN if nobody fell. */
    public double delayMedianHours() {
        return quantile(MEDIAN);
    }

    /** NaN if nobody fell. */
    public double delayP95Hours() {
        return quantile(P95);
    }

    /** The smallest delay that so large a part of all do not exceed. */
    private double quantile(double part) {
        int rank = (int) Math.ceil(part * delayHours.size());
        return delayHours.isEmpty() ? Double.NaN : delayHours.get(Math.max(1, rank) - 1);
    }

    /** What one buddy of one person is asked in a month. */
    public double asksPerBuddyMonth() {
        return asks / (personYears * QuietHabits.BUDDIES * MONTHS);
    }
}
