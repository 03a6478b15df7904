package org.doorlight.protocol.care.turns;

/**
 * What only one's own node sees before it shows an invitation (CARE §6): is there room, under the ceiling, after the heavy thing, and is it
 * not always the same two? A no here looks to everybody else like an invitation nobody has read.
 */
public final class OwnTurn {
    private OwnTurn() {}

    /**
     * The wish as it concerns this home.
     *
     * @param start when the slot starts, in milliseconds since 1970
     * @param own the recipient's slots this home holds around then
     * @param all the recipient's slots around then
     */
    public record Wish(long start, int effort, int own, int all, boolean byName) {}

    /** True if this home may be asked. */
    public static boolean mayBeAsked(Projection.Own self, Wish wish, long now) {
        return !Projection.isNotAsked(self, now)
                && self.load().fits(wish.start(), wish.effort(), self.ceiling())
                && !self.guard().sparesWeekOf(wish.start(), now, self.declinedAt())
                && PairGuard.allows(wish.own(), wish.all(), wish.byName());
    }
}
