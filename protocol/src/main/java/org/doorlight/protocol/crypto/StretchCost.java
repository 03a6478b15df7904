package org.doorlight.protocol.crypto;

/**
 * What one Argon2id computation costs: its memory in KiB and its passes over it, always in one lane. Whoever guesses pays
 * the same for every guess.
 */
public record StretchCost(int memoryKiB, int passes) {
    /** The least memory of Argon2 with one lane (RFC 9106 §3.1). */
    public static final int MEMORY_KIB_MIN = 8;

    /** 256 MiB: more would endanger a node on a Raspberry Pi, whatever a file asks for. */
    public static final int MEMORY_KIB_MAX = 256 * 1024;

    /** A bound for costs read from files. */
    public static final int PASSES_MAX = 16;

    /** For typed invitation codes: they hold 80 random bits already, so 8 MiB and 3 passes are a second lock. */
    public static final StretchCost CODE = new StretchCost(8 * 1024, 3);

    /**
     * For passphrases people choose: 32 MiB and 3 passes. Above OWASP's minimum (19 MiB and 2 passes, Password Storage
     * Cheat Sheet), half of RFC 9106's second recommendation (§4: 64 MiB, 3 passes, 4 lanes), because a small board has to
     * do it beside a browser.
     */
    public static final StretchCost PASSPHRASE = new StretchCost(32 * 1024, 3);

    /** No protection at all: for simulation and tests. */
    public static final StretchCost CHEAPEST = new StretchCost(MEMORY_KIB_MIN, 1);

    /**
     * @throws IllegalArgumentException outside 8 KiB to 256 MiB or 1 to 16 passes; see {@link #isAllowed} for costs that
     *     come from a file
     */
    public StretchCost {
        if (!isAllowed(memoryKiB, passes)) {
            throw new IllegalArgumentException("No Argon2 cost here: " + memoryKiB + " KiB, " + passes + " passes");
        }
    }

    /** Whether a cost may be made of these numbers. */
    public static boolean isAllowed(int memoryKiB, int passes) {
        return memoryKiB >= MEMORY_KIB_MIN && memoryKiB <= MEMORY_KIB_MAX && passes >= 1 && passes <= PASSES_MAX;
    }
}
