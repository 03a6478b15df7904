package org.doorlight.protocol;

import java.util.Random;

/**
 * Runs one claim over many random cases. A seed and a size make a case; the same two always make the same one. A failure names the
 * seed and the smallest size at which it still fails, and {@code -Ddoorlight.seed=} runs that seed alone.
 */
public final class Property {
    private static final String SEED = "doorlight.seed";
    private static final long FIRST_SEED = 1;

    private final int cases;
    private final int sizeMax;

    private Property(int cases, int sizeMax) {
        this.cases = cases;
        this.sizeMax = sizeMax;
    }

    /** A claim about things that come in sizes. */
    public interface Claim {
        /** Throws if the claim does not hold for this case. */
        void check(Random random, int size);
    }

    /** So many cases, of sizes 1 up to the largest, each with a seed of its own. */
    public static Property cases(int cases, int sizeMax) {
        return new Property(cases, sizeMax);
    }

    public void hold(Claim claim) {
        Long only = Long.getLong(SEED);
        if (only != null) {
            everySize(claim, only);
            return;
        }
        for (int number = 0; number < cases; number++) {
            check(claim, FIRST_SEED + number, 1 + number % sizeMax);
        }
    }

    private void everySize(Claim claim, long seed) {
        for (int size = 1; size <= sizeMax; size++) {
            check(claim, seed, size);
        }
    }

    private static void check(Claim claim, long seed, int size) {
        Throwable failure = failure(claim, seed, size);
        if (failure == null) {
            return;
        }
        int smallest = size;
        for (int smaller = size - 1; smaller > 0; smaller--) {
            Throwable simpler = failure(claim, seed, smaller);
            if (simpler != null) {
                smallest = smaller;
                failure = simpler;
            }
        }
        throw new AssertionError(
                "Fails at size " + smallest + " of seed " + seed + "; again with -D" + SEED + "=" + seed, failure);
    }

    private static Throwable failure(Claim claim, long seed, int size) {
        try {
            claim.check(new Random(seed), size);
            return null;
        } catch (AssertionError | RuntimeException failure) {
            return failure;
        }
    }
}
