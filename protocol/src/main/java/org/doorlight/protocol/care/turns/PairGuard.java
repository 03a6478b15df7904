package org.doorlight.protocol.care.turns;

/**
 * Nobody becomes somebody's only helper (CARE §6): one helper's share of one recipient's slots in 28 days stays at or below two fifths. The
 * first slot is always allowed, or nobody could begin.
 */
public final class PairGuard {
    private static final int SHARE_PERCENT = 40;
    private static final int PERCENT = 100;

    private PairGuard() {}

    /**
     * True if one more of that recipient's slots may be this helper's.
     *
     * @param own slots of the recipient this helper holds in the 28 days around it
     * @param all slots of the recipient in the same days, the one in question among them
     * @param byName true if the recipient asked this helper by name; renewed every week by the helper
     */
    public static boolean allows(int own, int all, boolean byName) {
        return byName || own == 0 || (own + 1) * PERCENT <= all * SHARE_PERCENT;
    }
}
