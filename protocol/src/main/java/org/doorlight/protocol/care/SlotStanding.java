package org.doorlight.protocol.care;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.Digest;
import org.doorlight.protocol.crypto.Label;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;

/**
 * Who has one slot (CARE §3), in the words of the rule:
 *
 * <pre>
 * live    = yeses to the slot as it is now that were not handed back (what was done stays), nor released, and not the requester's own
 * pinned  = live yeses that the requester accepted, by (when accepted, id)
 * queue   = the other live ones, by (bucket, hash of slot and yes)
 * holders = the first so many of pinned and then queue as the slot needs;  standby = the rest
 * </pre>
 *
 * @param openings places that fell vacant, and who has to be asked once more because of that
 */
public record SlotStanding(Slot slot, List<Commitment> pinned, List<Commitment> queue, Openings openings) {
    private static final Comparator<Commitment> BY_ID = Comparator.comparing(Commitment::id);

    /**
     * What fell vacant.
     *
     * @param fallenAway yeses handed back or released, and whose they were
     * @param asked those in the queue who were spares then and hear "It could be yours now. Still have room?"
     */
    public record Openings(SortedMap<CommitmentId, MemberId> fallenAway, SortedSet<CommitmentId> asked) {
        public Openings {
            fallenAway = Collections.unmodifiableSortedMap(new TreeMap<>(fallenAway));
            asked = Collections.unmodifiableSortedSet(new TreeSet<>(asked));
        }
    }

    public SlotStanding {
        pinned = List.copyOf(pinned);
        queue = List.copyOf(queue);
    }

    /** The rule. */
    static SlotStanding of(CareRequest request, Slot slot, Collection<Commitment> yeses) {
        CareRequest.Choices choices = request.choices();
        List<Commitment> live = new ArrayList<>();
        SortedMap<CommitmentId, MemberId> fallenAway = new TreeMap<>();
        for (Commitment yes : yeses) {
            boolean stands = yes.stands()
                    && (!choices.released().contains(yes.id()) || yes.said().done());
            if (yes.isFor(request, slot) && stands && isAsking(request, slot, yes)) {
                live.add(yes);
            } else if (yes.isFor(request, slot) && !stands) {
                fallenAway.put(yes.id(), yes.helper());
            }
        }
        List<Commitment> inOrder = oneEach(order(slot, live, choices.accepted()));
        List<Commitment> pinned = inOrder.stream()
                .filter(yes -> choices.accepted().containsKey(yes.id()))
                .toList();
        List<Commitment> queue = inOrder.stream()
                .filter(yes -> !choices.accepted().containsKey(yes.id()))
                .toList();
        SortedSet<CommitmentId> asked = new TreeSet<>();
        queue.stream()
                .filter(yes -> !yes.said().done() && yes.vacancies() < fallenAwayFor(yes.helper(), fallenAway))
                .forEach(yes -> asked.add(yes.id()));
        return new SlotStanding(slot, pinned, queue, new Openings(fallenAway, asked));
    }

    /** Nobody is asked for what is taken back, paused or done without neighbours; what was done before counts all the same. */
    private static boolean isAsking(CareRequest request, Slot slot, Commitment yes) {
        return yes.said().done()
                || (request.intent().isAsking() && !request.choices().mine().contains(slot.id()));
    }

    /** Pinned ones first, by when they were accepted; then the queue. */
    private static List<Commitment> order(Slot slot, List<Commitment> live, SortedMap<CommitmentId, Stamp> accepted) {
        List<Commitment> pinned = new ArrayList<>(
                live.stream().filter(yes -> accepted.containsKey(yes.id())).toList());
        pinned.sort(Comparator.comparing((Commitment yes) -> accepted.getOrDefault(yes.id(), Stamp.NONE))
                .thenComparing(BY_ID));
        List<Commitment> queue = new ArrayList<>(
                live.stream().filter(yes -> !accepted.containsKey(yes.id())).toList());
        queue.sort(Comparator.comparingInt((Commitment yes) -> yes.offer().bucket())
                .thenComparing(yes -> lot(slot, yes), Arrays::compareUnsigned)
                .thenComparing(BY_ID));
        pinned.addAll(queue);
        return pinned;
    }

    /** Nobody can choose it, everybody can check it. */
    private static byte[] lot(Slot slot, Commitment yes) {
        return Digest.hash(Label.QUEUE_ORDER, slot.id().toBytes(), yes.id().toBytes());
    }

    /** Two devices of one helper may have said yes apart: one person counts once. */
    private static List<Commitment> oneEach(List<Commitment> inOrder) {
        SortedSet<MemberId> seen = new TreeSet<>();
        return inOrder.stream().filter(yes -> seen.add(yes.helper())).toList();
    }

    private static int fallenAwayFor(MemberId helper, SortedMap<CommitmentId, MemberId> fallenAway) {
        return (int) fallenAway.values().stream()
                .filter(gone -> !gone.equals(helper))
                .count();
    }

    // ---- asking

    /** All live yeses in order. */
    public List<Commitment> live() {
        List<Commitment> all = new ArrayList<>(pinned);
        all.addAll(queue);
        return all;
    }

    /** Who has it: the first so many as it needs. */
    public List<Commitment> holders() {
        return live().stream().limit(slot.need()).toList();
    }

    /** Who would have it if somebody cannot. */
    public List<Commitment> standby() {
        return live().stream().skip(slot.need()).toList();
    }

    /** Who has it and has the requester's "yes, please". */
    public List<Commitment> confirmed() {
        return pinned.stream().limit(slot.need()).toList();
    }

    /** True if this helper was a spare when somebody's yes fell away, and has not said yes again since. */
    public boolean isAsked(Commitment yes) {
        return openings.asked.contains(yes.id()) && isHolder(yes);
    }

    /** True if it may be accepted without asking its helper once more. */
    boolean isFresh(Commitment yes) {
        return !openings.asked.contains(yes.id());
    }

    public boolean isHolder(Commitment yes) {
        return holders().contains(yes);
    }

    /** How many yeses of others to the slot as it is now have fallen away. */
    public int vacanciesFor(MemberId helper) {
        return fallenAwayFor(helper, openings.fallenAway);
    }

    /** True if nobody else is needed: enough helpers who need not be asked once more. */
    public boolean isCovered() {
        return holders().stream().filter(this::isFresh).count() >= slot.need();
    }

    /** How many have done it. */
    public int done() {
        return (int) live().stream().filter(yes -> yes.said().done()).count();
    }
}
