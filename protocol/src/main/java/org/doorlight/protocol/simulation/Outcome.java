package org.doorlight.protocol.simulation;

import java.util.List;

/**
 * How one world went.
 *
 * @param deliveredChanges how often an envelope with a change reached somebody else's disk
 * @param acknowledgedRequests requests whose author was told that they are written
 * @param inputs everything that happened to any node
 * @param faults what went wrong in it, in words
 * @param violations sentences about what should not be; the first 50
 * @param violationCount all of them
 * @param traceHash SHA-256 over everything that happened, in hexadecimal
 */
public record Outcome(
        long seed,
        long deliveredChanges,
        long acknowledgedRequests,
        long inputs,
        String faults,
        List<String> violations,
        long violationCount,
        String traceHash) {
    public Outcome {
        violations = List.copyOf(violations);
    }
}
