package org.doorlight.protocol.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance from a seed: the same throws in every run and every JVM ({@link Random}'s algorithm is part of Java's specification). */
public final class Dice {
    private final Random random;

    public Dice(long seed) {
        this.random = new Random(seed);
    }

    /** Dice of their own for one part of a world, so that a change in one part leaves the throws of the others alone. */
    public Dice another() {
        return new Dice(random.nextLong());
    }

    public long seed() {
        return random.nextLong();
    }

    /** True with this probability, 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the first to before the second; the first if they are equal. */
    public long between(long least, long bound) {
        return bound <= least ? least : least + (long) (random.nextDouble() * (bound - least));
    }

    public Duration between(Duration least, Duration bound) {
        return Duration.ofNanos(between(least.toNanos(), bound.toNanos()));
    }

    public double upTo(double most) {
        return random.nextDouble() * most;
    }

    /** A normal throw: mean 0, deviation 1. */
    public double normal() {
        return random.nextGaussian();
    }

    /** How long one waits for what comes by chance: exponential with this mean. */
    public double pause(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    public <T> T oneOf(List<T> things) {
        return things.get(below(things.size()));
    }

    public <T> List<T> shuffled(Collection<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
