package org.doorlight.protocol.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.turns.ByName;
import org.doorlight.protocol.care.turns.FairTurn;
import org.doorlight.protocol.care.turns.Opened;
import org.doorlight.protocol.care.turns.OwnTurn;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.jspecify.annotations.Nullable;

/**
 * What this home is being asked in one circle (CARE §6), worked out afresh from what its box holds and what only it knows. Nothing of it is
 * written or told: a home that is not asked looks like one that has not looked.
 */
final class Invitations {
    private static final long HALF_A_WINDOW = Duration.ofDays(14).toMillis();

    private final Circle circle;
    private final MemberId self;
    private final OwnRoom room;
    private final Projection.Own own;
    private final Moment moment;
    private final long now;
    private final SortedMap<MemberId, Published> street;
    private @Nullable List<Long> byName;
    private final SortedMap<MemberId, List<Long>> starts = new TreeMap<>();

    /**
     * One of them.
     *
     * @param byName true if the request is for chosen members
     */
    record Invitation(CareBoard.Posted posted, Slot slot, boolean byName) {}

    private Invitations(Circle circle, MemberId self, OwnRoom room, Moment moment) {
        this.circle = circle;
        this.self = self;
        this.room = room;
        this.moment = moment;
        this.now = moment.wallMillis();
        this.own = room.own(now);
        this.street = street(circle);
    }

    /** What everybody has published who may say yes: relays and readers are not among them. */
    static SortedMap<MemberId, Published> street(Circle circle) {
        SortedSet<MemberId> members = new TreeSet<>();
        circle.replica().charter().resolved().members().forEach((member, role) -> {
            if (role.writes()) {
                members.add(member);
            }
        });
        return circle.board().turns().street(members);
    }

    /** All of them, by when their request was asked. */
    static List<Invitation> current(Circle circle, OwnRoom room, Moment moment) {
        Optional<Standing> place = circle.replica().ownPlace();
        return place.filter(self -> self.role().compareTo(Role.READER) > 0)
                .map(self -> new Invitations(circle, self.member(), room, moment).current())
                .orElse(List.of());
    }

    private List<Invitation> current() {
        if (Projection.isNotAsked(own, now)) {
            return List.of();
        }
        SortedSet<SlotId> open = new TreeSet<>();
        List<Invitation> current = new ArrayList<>();
        for (CareBoard.Posted posted : circle.board().care().requestsAfter(now)) {
            if (posted.owner().equals(self) || !posted.request().intent().isAsking() || !reaches(posted)) {
                continue;
            }
            boolean byName = !posted.audience().equals(Audiences.everyone(circle.id()));
            for (SlotStanding slot : posted.care().slots()) {
                if (isOpen(posted, slot)) {
                    open.add(slot.slot().id());
                    boolean turn = isTurn(posted, slot, byName);
                    if (turn && mayBeAsked(posted, slot.slot(), byName)) {
                        current.add(new Invitation(posted, slot.slot(), byName));
                    }
                }
            }
        }
        circle.board().turns().keepOpen(open);
        return current;
    }

    /** Of those who ask this home by name no more than two a week reach its people. */
    private boolean reaches(CareBoard.Posted posted) {
        return !isByName(posted) || byName().contains(posted.request().askedAt());
    }

    private boolean isByName(CareBoard.Posted posted) {
        return ByName.whom(posted.request()).equals(Optional.of(self));
    }

    private List<Long> byName() {
        if (byName == null) {
            byName = ByName.reaching(circle.board().care().requests().stream()
                    .filter(this::isByName)
                    .map(posted -> posted.request().askedAt())
                    .toList());
        }
        return byName;
    }

    private boolean isOpen(CareBoard.Posted posted, SlotStanding slot) {
        return Opened.since(posted.care(), slot) <= now
                && now < Opened.until(posted.care(), slot)
                && !slot.isCovered()
                && !posted.request().choices().mine().contains(slot.slot().id())
                && !hasAnswered(posted, slot.slot());
    }

    /** Whoever said yes to it as it is now, or no to their own box, is not asked again; not even after handing it back (decision 0012). */
    private boolean hasAnswered(CareBoard.Posted posted, Slot slot) {
        return room.self().noes().contains(slot.id())
                || posted.care().commitments().stream()
                        .anyMatch(yes -> yes.helper().equals(self)
                                && yes.slot().equals(slot.id())
                                && yes.offer()
                                        .revision()
                                        .equals(posted.request().revision(slot)));
    }

    private boolean isTurn(CareBoard.Posted posted, SlotStanding slot, boolean byName) {
        long since = Opened.since(posted.care(), slot);
        // Also for those asked by name: the stopwatch runs from when this box first heard of it.
        long openMillis = circle.board().turns().openMillis(slot.slot().id(), since, moment);
        FairTurn.Opening opening = new FairTurn.Opening(
                posted.id(),
                slot.slot().id(),
                posted.request().kind(),
                new TreeSet<>(List.of(posted.owner())),
                Opened.cutOff(posted.care(), slot) - since);
        return byName || isAsked(opening, openMillis);
    }

    private boolean isAsked(FairTurn.Opening opening, long openMillis) {
        return FairTurn.isEligible(opening, self, street.getOrDefault(self, Published.UNSAID))
                && (FairTurn.isForEverybody(opening, openMillis)
                        || FairTurn.isAsked(opening, circle.board().turns().order(opening, street), self, openMillis));
    }

    private boolean mayBeAsked(CareBoard.Posted posted, Slot slot, boolean byName) {
        int mine = (int) room.carried().stream()
                .filter(one -> one.recipient().equals(posted.owner()) && isNear(one.start(), slot))
                .count();
        List<Long> starts = starts(posted.owner());
        int all = before(starts, slot.start() + HALF_A_WINDOW) - before(starts, slot.start() - HALF_A_WINDOW + 1);
        int effort = posted.request().kind().effort(slot);
        return OwnTurn.mayBeAsked(own, new OwnTurn.Wish(slot.start(), effort, mine, all, byName), now);
    }

    /** How many of these, in order, are before a time: found by halves, since each of a thousand slots is counted against all others. */
    private static int before(List<Long> inOrder, long time) {
        int low = 0;
        int high = inOrder.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (inOrder.get(middle) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** When that recipient's slots are, in order, as far as they were not taken back. */
    private List<Long> starts(MemberId recipient) {
        if (starts.isEmpty()) {
            circle.board().care().requestsAfter(now - HALF_A_WINDOW).stream()
                    .filter(posted -> posted.request().intent().isAsking())
                    .forEach(posted -> posted.request()
                            .slots()
                            .forEach(slot -> starts.computeIfAbsent(posted.owner(), unseen -> new ArrayList<>())
                                    .add(slot.start())));
            starts.values().forEach(times -> times.sort(Comparator.naturalOrder()));
        }
        return starts.getOrDefault(recipient, List.of());
    }

    private static boolean isNear(long start, Slot slot) {
        return Math.abs(start - slot.start()) < HALF_A_WINDOW;
    }
}
