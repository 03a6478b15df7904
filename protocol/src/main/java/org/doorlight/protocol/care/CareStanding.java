package org.doorlight.protocol.care;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * A care request together with everybody's yeses to it: the whole answer to "who helps, and how does it stand?" (CARE §2, §3). It is a
 * function of facts; only the states need a time. Made once when facts change, asked as often as a screen likes.
 */
public final class CareStanding {
    private final MemberId requester;
    private final CareRequest request;
    private final SortedMap<CommitmentId, Commitment> commitments;
    private final Map<SlotId, SlotStanding> slots;

    private CareStanding(
            MemberId requester,
            CareRequest request,
            SortedMap<CommitmentId, Commitment> commitments,
            Map<SlotId, SlotStanding> slots) {
        this.requester = requester;
        this.request = request;
        this.commitments = commitments;
        this.slots = slots;
    }

    /** Derives who has what. Yeses to other requests or to slots this one does not have are left aside, and so are the requester's own. */
    public static CareStanding of(MemberId requester, CareRequest request, Collection<Commitment> yeses) {
        SortedMap<CommitmentId, Commitment> commitments = new TreeMap<>();
        SortedMap<SlotId, List<Commitment>> bySlot = new TreeMap<>();
        for (Commitment yes : yeses) {
            if (!yes.helper().equals(requester)) {
                commitments.put(yes.id(), yes);
                bySlot.computeIfAbsent(yes.slot(), unseen -> new ArrayList<>()).add(yes);
            }
        }
        Map<SlotId, SlotStanding> slots = new LinkedHashMap<>();
        for (Slot slot : request.slots()) {
            slots.put(slot.id(), SlotStanding.of(request, slot, bySlot.getOrDefault(slot.id(), List.of())));
        }
        return new CareStanding(requester, request, commitments, slots);
    }

    public MemberId requester() {
        return requester;
    }

    public CareRequest request() {
        return request;
    }

    /** Every yes ever said to it, whatever became of it. */
    public Collection<Commitment> commitments() {
        return commitments.values();
    }

    public Optional<Commitment> commitment(CommitmentId id) {
        return Optional.ofNullable(commitments.get(id));
    }

    /** Who has each slot, in the order of time. */
    public Collection<SlotStanding> slots() {
        return slots.values();
    }

    public Optional<SlotStanding> slot(SlotId id) {
        return Optional.ofNullable(slots.get(id));
    }

    /** Everybody who has the requester's "yes, please" for a time that is not over; before a talk both have said yes for it as well. */
    public SortedSet<MemberId> confirmed(long now) {
        SortedSet<MemberId> helpers = new TreeSet<>();
        for (SlotStanding slot : slots()) {
            if (now < slot.slot().end() && request.intent().isAsking()) {
                slot.confirmed().stream()
                        .filter(yes -> Talk.isOpen(request, yes))
                        .forEach(yes -> helpers.add(yes.helper()));
            }
        }
        return helpers;
    }

    // ---- states

    /** The request's state at a time. */
    public RequestState state(long now) {
        Map<Slot, SlotState> states = new LinkedHashMap<>();
        slots().forEach(slot -> states.put(slot.slot(), SlotState.of(request, slot, now)));
        return RequestState.of(request, states, now);
    }

    /** A slot's state at a time; lapsed if the request has no such slot. */
    public SlotState state(SlotId id, long now) {
        return slot(id).map(slot -> SlotState.of(request, slot, now)).orElse(SlotState.LAPSED);
    }

    /** A yes' state at a time, as everybody sees it who has heard of it. */
    public CommitmentState state(Commitment yes, long now) {
        return state(yes, true, now);
    }

    /** The same at the helper's own home, which knows whether it has left the house. */
    public CommitmentState state(Commitment yes, boolean left, long now) {
        return CommitmentState.of(yes, this, left, now);
    }

    /** True if its helper is asked again: a spare whose turn it may be, or a yes to what has changed since. */
    public boolean isAskedAgain(Commitment yes, long now) {
        Optional<SlotStanding> slot =
                slot(yes.slot()).filter(found -> now < found.slot().end());
        boolean open = slot.isPresent()
                && request.intent().isAsking()
                && yes.stands()
                && !yes.said().done()
                && !request.choices().released().contains(yes.id())
                && !request.choices().mine().contains(yes.slot());
        if (!open) {
            return false;
        }
        boolean changed = !yes.isFor(request, slot.get().slot());
        return changed
                ? !slot.get().isCovered() && saidNothingSince(yes, slot.get())
                : slot.get().isAsked(yes);
    }

    private static boolean saidNothingSince(Commitment yes, SlotStanding slot) {
        return slot.live().stream().noneMatch(live -> live.helper().equals(yes.helper()));
    }
}
