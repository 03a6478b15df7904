package org.doorlight.protocol.core;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.turns.FairTurn;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.care.turns.TurnsFacts;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.replica.Holding;

/** What members have published about their room, and what this home's own devices tell each other (CARE §5). */
final class TurnsBoard {
    private static final long NANOS_A_MILLI = 1_000_000;

    /** A document and what it says. */
    private record Page(Body.Nature nature, SortedMap<String, byte[]> facts) {}

    /**
     * When this box first heard that a slot was open.
     *
     * @param openedAt since when it is, by the facts
     * @param openMillis for how long it had been by then, by the wall clock
     */
    private record Heard(long openedAt, long openMillis, long monotonicNanos) {}

    private final SortedMap<MemberId, SortedMap<DocumentId, Page>> rooms = new TreeMap<>();
    private final SortedMap<MemberId, SortedMap<DocumentId, Page>> selves = new TreeMap<>();
    private final SortedMap<MemberId, TurnsFacts.Told> told = new TreeMap<>();
    private final SortedMap<SlotId, Heard> heard = new TreeMap<>();
    private final SortedMap<SlotId, List<MemberId>> orders = new TreeMap<>();
    private SortedSet<MemberId> ordered = new TreeSet<>();
    private final SortedMap<MemberId, Long> changesByOwner = new TreeMap<>();
    private long changes;

    void update(Body.Nature nature, Holding holding) {
        boolean self = nature.kind().equals(SelfFacts.SELF);
        (self ? selves : rooms)
                .computeIfAbsent(nature.owner(), unseen -> new TreeMap<>())
                .put(holding.document(), new Page(nature, holding.facts()));
        if (!self) {
            told.put(nature.owner(), TurnsFacts.read(all(rooms, nature.owner())));
        }
        changed(nature.owner());
    }

    private void changed(MemberId owner) {
        changes++;
        changesByOwner.merge(owner, 1L, Long::sum);
        orders.clear();
    }

    void forget(DocumentId document) {
        rooms.forEach((member, pages) -> {
            if (pages.remove(document) != null) {
                told.put(member, TurnsFacts.read(all(rooms, member)));
                changed(member);
            }
        });
        selves.forEach((member, pages) -> {
            if (pages.remove(document) != null) {
                changed(member);
            }
        });
    }

    /** How often something here has changed. */
    long changes() {
        return changes;
    }

    /** How often something has changed of what a member says here. */
    long changesOf(MemberId owner) {
        return changesByOwner.getOrDefault(owner, 0L);
    }

    /**
     * In which order a street is asked for a slot. Kept until somebody publishes something else or the street has other members: a list of
     * a thousand open slots is worked out once.
     */
    List<MemberId> order(FairTurn.Opening opening, SortedMap<MemberId, Published> street) {
        if (!ordered.equals(street.keySet())) {
            ordered = new TreeSet<>(street.keySet());
            orders.clear();
        }
        return orders.computeIfAbsent(opening.slot(), unseen -> FairTurn.order(opening, street));
    }

    /** What a member has published. */
    TurnsFacts.Told told(MemberId member) {
        return told.getOrDefault(member, TurnsFacts.Told.NOTHING);
    }

    /** What these members have published; somebody who has not may be asked for anything. */
    SortedMap<MemberId, Published> street(SortedSet<MemberId> members) {
        SortedMap<MemberId, Published> street = new TreeMap<>();
        members.forEach(member -> street.put(member, told(member).published()));
        return street;
    }

    /** What a member's own devices say; of others there is nothing to be read. */
    SortedMap<String, byte[]> selfFacts(MemberId member) {
        return all(selves, member);
    }

    /** Documents of this kind that a member writes into. */
    SortedMap<DocumentId, Body.Nature> documents(String kind, MemberId owner) {
        SortedMap<DocumentId, Body.Nature> natures = new TreeMap<>();
        (kind.equals(SelfFacts.SELF) ? selves : rooms)
                .getOrDefault(owner, new TreeMap<>())
                .forEach((id, page) -> natures.put(id, page.nature()));
        return natures;
    }

    /**
     * For how long a slot has been open. The wall clock is read once, when this box first hears of it, and can then say "not yet" but never
     * hurry anybody; from there on the box's stopwatch counts (CARE S5).
     *
     * @param openedAt since when it is, by the facts, in milliseconds since 1970
     */
    long openMillis(SlotId slot, long openedAt, Moment now) {
        Heard first = Optional.ofNullable(heard.get(slot))
                .filter(known -> known.openedAt() == openedAt)
                .orElseGet(() -> new Heard(openedAt, now.wallMillis() - openedAt, now.monotonicNanos()));
        heard.put(slot, first);
        return first.openMillis() + (now.monotonicNanos() - first.monotonicNanos()) / NANOS_A_MILLI;
    }

    /** Forgets what it knows of slots that are not among these. */
    void keepOpen(SortedSet<SlotId> slots) {
        heard.keySet().retainAll(slots);
        orders.keySet().retainAll(slots);
    }

    private static SortedMap<String, byte[]> all(SortedMap<MemberId, SortedMap<DocumentId, Page>> of, MemberId member) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        of.getOrDefault(member, new TreeMap<>()).values().forEach(page -> facts.putAll(page.facts()));
        return facts;
    }
}
