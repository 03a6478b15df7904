package org.doorlight.protocol.care.turns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.Bytes32;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * Whose turn it is to be asked (CARE §6). No dispatcher and no talk between nodes: each node works it out alone, from what it holds, and
 * shows an invitation or does not. Those who carried least lately are asked first, a few at a time.
 */
public final class FairTurn {
    /** How many are asked at once. */
    public static final int WAVE = 2;

    /** With so few who may be asked, all of them are asked together. */
    public static final int TOGETHER_MAX = 6;

    private static final Duration WAVE_WAITS_MAX = Duration.ofHours(12);
    private static final int WAVES_UNTIL_CUT_OFF = 6;
    private static final Duration EVERYONE_AFTER_MAX = Duration.ofDays(1);

    private FairTurn() {}

    /**
     * A slot to be filled, as everybody sees it.
     *
     * @param request the document it stands in
     * @param near the requester, and who shares a home with the requester: they are not asked
     * @param untilCutOffMillis from when this revision of the slot was opened to its cut-off
     */
    public record Opening(
            DocumentId request, SlotId slot, RequestKind kind, SortedSet<MemberId> near, long untilCutOffMillis) {
        public Opening {
            near = Collections.unmodifiableSortedSet(new TreeSet<>(near));
        }
    }

    /** How long one wave waits for the next: the same for as long as the slot is not moved. */
    public static long waveMillis(Opening opening) {
        return Math.max(0, Math.min(WAVE_WAITS_MAX.toMillis(), opening.untilCutOffMillis() / WAVES_UNTIL_CUT_OFF));
    }

    /** True if somebody may be asked at all, as far as everybody can see. */
    public static boolean isEligible(Opening opening, MemberId member, Published published) {
        return published.isAskedFor(opening.kind()) && !opening.near().contains(member);
    }

    /**
     * Everybody who may be asked, in the order in which they are: the least carried first, then afresh by chance for each slot.
     *
     * @param street what each member has published
     */
    public static List<MemberId> order(Opening opening, SortedMap<MemberId, Published> street) {
        List<Place> places = new ArrayList<>();
        street.forEach((member, published) -> {
            if (isEligible(opening, member, published)) {
                places.add(new Place(published.bucket(), lot(opening, member), member));
            }
        });
        return places.stream().sorted().map(Place::member).toList();
    }

    /**
     * True if this member is to be asked by now.
     *
     * @param order all who may be asked, as {@link #order} gives them
     * @param openMillis for how long the slot has been open
     */
    public static boolean isAsked(Opening opening, List<MemberId> order, MemberId member, long openMillis) {
        int place = order.indexOf(member);
        return place >= 0 && (order.size() <= TOGETHER_MAX || place < asked(opening, openMillis));
    }

    /** True if an order is of no use: everybody is asked by then. */
    public static boolean isForEverybody(Opening opening, long openMillis) {
        return asked(opening, openMillis) == Integer.MAX_VALUE;
    }

    /** How many are asked by now; everybody after a day or half of the time. */
    public static int asked(Opening opening, long openMillis) {
        long everyoneAfter = Math.min(EVERYONE_AFTER_MAX.toMillis(), opening.untilCutOffMillis() / 2);
        long wave = waveMillis(opening);
        return openMillis >= everyoneAfter || wave == 0
                ? Integer.MAX_VALUE
                : (int) (WAVE * (1 + Math.max(0, openMillis) / wave));
    }

    /** The lot somebody draws among those of their bucket: SHA-256 over request, slot and member. */
    private static Bytes32 lot(Opening opening, MemberId member) {
        return Bytes32.of(Digest.hash(
                Label.TURN_ORDER, opening.request().toBytes(), opening.slot().toBytes(), member.toBytes()));
    }

    private record Place(int bucket, Bytes32 lot, MemberId member) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::bucket).thenComparing(Place::lot);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }
}
