package org.doorlight.protocol.care.turns;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;

/**
 * Everything private, folded into what the street may see (CARE §5). Five reasons not to be asked go in; one "not asked" comes out.
 */
public final class Projection {
    /** With less than this left in the heaviest window of today a month is full: an ordinary hand does not fit any more. */
    static final int FULL_BELOW = 2;

    /** What fits into a little room. */
    private static final SortedSet<RequestKind> LITTLE =
            new TreeSet<>(List.of(RequestKind.SMALL_THING, RequestKind.LISTEN, RequestKind.LOOK_IN));

    private Projection() {}

    /**
     * What is private.
     *
     * @param capacity what all own devices say together
     * @param kinds what somebody likes to be asked for
     * @param ceiling the one in force
     * @param declinedAt when the rest guard was last declined
     */
    public record Own(
            Capacity capacity, SortedSet<RequestKind> kinds, int ceiling, Load load, RestGuard guard, long declinedAt) {
        public Own {
            kinds = new TreeSet<>(kinds);
        }
    }

    /** Why a home is not asked; for its own people only. */
    public enum Reason {
        /** They said so. */
        ROOM,
        /** The month is full. */
        FULL,
        /** Something heavy lies less than two days back. */
        COOL_DOWN,
        /** They have carried a lot lately. */
        GUARD
    }

    /** Why this home's node shows no invitations now; empty if it does. */
    public static Optional<Reason> reason(Own own, long now) {
        if (!own.capacity().at(now).isAsked()) {
            return Optional.of(Reason.ROOM);
        }
        if (own.load().heaviest(now) + FULL_BELOW > own.ceiling()) {
            return Optional.of(Reason.FULL);
        }
        if (own.guard().coolsDown(now)) {
            return Optional.of(Reason.COOL_DOWN);
        }
        return own.guard().rests(now, own.declinedAt()) ? Optional.of(Reason.GUARD) : Optional.empty();
    }

    /** True if this home's node shows no invitations now, whatever the reason. */
    public static boolean isNotAsked(Own own, long now) {
        return reason(own, now).isPresent();
    }

    /** What the street sees; the bucket is this week's, drawn before. */
    public static Published publish(Own own, int bucket, long now) {
        SortedSet<RequestKind> kinds = askedFor(own, now);
        return isNotAsked(own, now) || kinds.isEmpty() ? Published.NOT_ASKED : new Published(kinds, bucket);
    }

    private static SortedSet<RequestKind> askedFor(Own own, long now) {
        SortedSet<RequestKind> kinds = new TreeSet<>(own.kinds());
        if (own.capacity().at(now) == Room.A_LITTLE) {
            kinds.removeIf(kind -> !LITTLE.contains(kind));
        }
        return kinds;
    }
}
