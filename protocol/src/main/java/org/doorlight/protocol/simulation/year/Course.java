package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Accepting;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.CareStanding;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.Revision;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.Stamp;
import org.doorlight.protocol.care.turns.Opened;
import org.doorlight.protocol.id.CommitmentId;

/** What becomes of one wish under fair turns: the facts about it, and how a home sees them. */
final class Course {
    private static final int BITS_A_YES = 4;

    private Wish wish;
    private final Person requester;
    private final List<Yes> yeses = new ArrayList<>();
    private final SortedMap<Long, Derived> derived = new TreeMap<>();
    private final BitSet shown = new BitSet();
    private final BitSet read = new BitSet();
    private final BitSet declined = new BitSet();
    private int posted = Yes.NONE;
    private long postedAt;
    private int takenBack = Yes.NONE;
    private boolean coveredADayBefore;
    private long looked;

    Course(Wish wish, Person requester) {
        this.wish = wish;
        this.requester = requester;
    }

    Wish wish() {
        return wish;
    }

    List<Yes> yeses() {
        return yeses;
    }

    // ---- what its requester says

    boolean isPosted() {
        return posted != Yes.NONE;
    }

    /** It is asked, under the ids by which it is known from now on. */
    void post(Wish asked, int fact, long now) {
        wish = asked;
        posted = fact;
        postedAt = now;
    }

    boolean isTakenBack() {
        return takenBack != Yes.NONE;
    }

    void takeBack(int fact) {
        takenBack = fact;
    }

    // ---- what boxes and people do with it, each for itself

    /** Homes whose box has shown an invitation. */
    BitSet shown() {
        return shown;
    }

    /** Homes whose people have read it. */
    BitSet read() {
        return read;
    }

    /** Homes whose people have said no, to their own box only. */
    BitSet declined() {
        return declined;
    }

    // ---- as one home sees it

    /** True if this home has heard of it, taken back or not. */
    boolean isHeardBy(int observer, Travel travel) {
        return travel.holds(observer, requester.number(), posted);
    }

    boolean isAskedFor(int observer, Travel travel) {
        return travel.holds(observer, requester.number(), posted)
                && !travel.holds(observer, requester.number(), takenBack);
    }

    /** Since when it has been open: posted, or opened again when somebody went; not in the last day, when the ring is wide (decision 0012). */
    long openedAt(int observer, Travel travel) {
        long opened = postedAt;
        for (Yes yes : yeses) {
            if (yes.isHandedBackFor(observer, travel)) {
                opened = Opened.afterHandBack(opened, yes.handedBackAt(), wish.start());
            }
        }
        return opened;
    }

    /** Until when somebody new is asked: to the cut-off, or to the last hour for a place that fell vacant (decision 0012). */
    long asksUntil(int observer, Travel travel) {
        boolean vacant = yeses.stream().anyMatch(yes -> yes.isHandedBackFor(observer, travel));
        return Opened.until(wish.start(), wish.cutOff(), vacant);
    }

    /** What the rules of {@code care} make of the facts that a home holds. */
    private record Derived(CareStanding standing, SlotStanding slot, boolean covered) {
        static Derived of(CareStanding standing) {
            SlotStanding slot = standing.slots().iterator().next();
            return new Derived(standing, slot, slot.isCovered());
        }
    }

    /** The wish by the rules of {@code care}, from what this home holds. */
    CareStanding standing(int observer, Travel travel) {
        return derived(observer, travel).standing;
    }

    /** The slot by the rules of {@code care}, from what this home holds. */
    SlotStanding slot(int observer, Travel travel) {
        return derived(observer, travel).slot;
    }

    private Derived derived(int observer, Travel travel) {
        if (yeses.size() * BITS_A_YES >= Long.SIZE) {
            return Derived.of(derive(observer, travel));
        }
        return derived.computeIfAbsent(held(observer, travel), unseen -> Derived.of(derive(observer, travel)));
    }

    /** Which of the facts this home holds: homes that hold the same derive the same. */
    private long held(int observer, Travel travel) {
        long held = isAskedFor(observer, travel) ? 1 : 0;
        for (Yes yes : yeses) {
            held = held << BITS_A_YES
                    | (yes.isHeardBy(observer, travel) ? 1 : 0)
                    | (yes.isHandedBackFor(observer, travel) ? 2 : 0)
                    | (yes.isAcceptedFor(observer, requester.number(), travel) ? 4 : 0)
                    | (yes.vacanciesFor(observer, travel) != yes.vacanciesAtFirst() ? 8 : 0);
        }
        return held;
    }

    private CareStanding derive(int observer, Travel travel) {
        SortedMap<CommitmentId, Stamp> accepted = new TreeMap<>();
        List<Commitment> commitments = new ArrayList<>();
        for (Yes yes : yeses) {
            if (yes.isAcceptedFor(observer, requester.number(), travel)) {
                accepted.put(yes.id(), new Stamp(yes.acceptedAt(), 0));
            }
            if (yes.isHeardBy(observer, travel)) {
                commitments.add(commitment(yes, observer, travel));
            }
        }
        boolean withdrawn = travel.holds(observer, requester.number(), takenBack);
        CareRequest request = new CareRequest(
                new CareRequest.Asked(wish.kind(), "", List.of(), postedAt, Optional.empty()),
                List.of(wish.slot()),
                new CareRequest.Intent(withdrawn, false, false, 0, 0),
                new CareRequest.Choices(accepted, new TreeSet<>(), new TreeSet<>()));
        return CareStanding.of(requester.member(), request, commitments);
    }

    private Commitment commitment(Yes yes, int observer, Travel travel) {
        Commitment.Offer offer = new Commitment.Offer(
                wish.request(),
                wish.slot().id(),
                new Revision(0, 0),
                wish.start(),
                yes.bucket(),
                "",
                new Stamp(yes.saidAt(), 0));
        boolean handedBack = yes.isHandedBackFor(observer, travel);
        Commitment.Said said =
                new Commitment.Said(false, false, handedBack ? yes.handedBackAt() : Commitment.Said.NEVER);
        return new Commitment(yes.id(), yes.helper().member(), offer, yes.vacanciesFor(observer, travel), said);
    }

    /** What the requester's box accepts by itself, if anything has changed since it last looked. */
    List<Commitment> due(Travel travel, long now) {
        long held = held(requester.number(), travel);
        if (held == looked) {
            return List.of();
        }
        looked = held;
        return Accepting.due(derived(requester.number(), travel).standing, new TreeSet<>(), now);
    }

    /** True if nobody else need be asked, as this home sees it. */
    boolean isCovered(int observer, Travel travel) {
        return countLive(observer, travel) >= wish.need() && derived(observer, travel).covered;
    }

    /** How many yeses stand, as this home sees it. */
    int countLive(int observer, Travel travel) {
        int live = 0;
        for (Yes yes : yeses) {
            live += yes.isHeardBy(observer, travel) && !yes.isHandedBackFor(observer, travel) ? 1 : 0;
        }
        return live;
    }

    // ---- in truth

    /** How many yeses stand in truth. */
    int countLive() {
        return (int) yeses.stream().filter(yes -> !yes.isHandedBack()).count();
    }

    void lookADayBefore() {
        coveredADayBefore = countLive() >= wish.need();
    }

    boolean wasCoveredADayBefore() {
        return coveredADayBefore;
    }

    /** The yes of a home that has not been handed back. */
    Optional<Yes> liveYesOf(int home) {
        return yeses.stream()
                .filter(yes -> yes.home() == home && !yes.isHandedBack())
                .findFirst();
    }

    boolean hasYesOf(int home) {
        return yeses.stream().anyMatch(yes -> yes.home() == home);
    }

    Optional<Yes> yes(CommitmentId id) {
        return yeses.stream().filter(yes -> yes.id().equals(id)).findFirst();
    }
}
