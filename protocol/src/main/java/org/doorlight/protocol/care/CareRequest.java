package org.doorlight.protocol.care;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;

/**
 * A care request as its requester's facts tell it (CARE §2). Who helps is not in here: that is for {@link CareStanding}.
 *
 * @param slots by start, then id
 */
public record CareRequest(Asked asked, List<Slot> slots, Intent intent, Choices choices) {
    private static final Comparator<Slot> IN_TIME =
            Comparator.comparingLong(Slot::start).thenComparing(Slot::id);

    public CareRequest {
        slots = slots.stream().sorted(IN_TIME).toList();
    }

    /**
     * What is asked, in the requester's words.
     *
     * @param askedAt milliseconds since 1970 by the requester's clock; sorts lists, decides nothing
     * @param follows an earlier request that this one takes up again
     * @param to the members who were chosen; none for everybody
     */
    public record Asked(
            RequestKind kind,
            String title,
            List<String> rules,
            long askedAt,
            Optional<DocumentId> follows,
            SortedSet<MemberId> to) {
        public Asked {
            rules = List.copyOf(rules);
            to = Collections.unmodifiableSortedSet(new TreeSet<>(to));
        }

        /** Asked of everybody. */
        public Asked(RequestKind kind, String title, List<String> rules, long askedAt, Optional<DocumentId> follows) {
            this(kind, title, rules, askedAt, follows, new TreeSet<>());
        }

        /** The same, asked of these. */
        public Asked of(SortedSet<MemberId> chosen) {
            return new Asked(kind, title, rules, askedAt, follows, chosen);
        }
    }

    /**
     * What its requester wants of it now.
     *
     * @param withdrawn taken back, for ever
     * @param fulfilled help came from elsewhere
     * @param paused resting for now
     * @param version of pause and resume; each raises it
     * @param since when it was last paused or resumed, in milliseconds since 1970; 0 if never
     */
    public record Intent(boolean withdrawn, boolean fulfilled, boolean paused, long version, long since) {
        /** As it is when it is new. */
        public static final Intent OPEN = new Intent(false, false, false, 0, 0);

        /** True while neighbours are asked at all. */
        public boolean isAsking() {
            return !withdrawn && !fulfilled && !paused;
        }
    }

    /**
     * Whom the requester has chosen and let go.
     *
     * @param accepted commitments with a "yes, please", and when it was first said
     * @param released commitments let go with thanks
     * @param mine slots the requester does without neighbours after all
     * @param tonight commitments to which the requester has said, on the day itself, that there is the capacity to talk ({@link Talk})
     */
    public record Choices(
            SortedMap<CommitmentId, Stamp> accepted,
            SortedSet<CommitmentId> released,
            SortedSet<SlotId> mine,
            SortedSet<CommitmentId> tonight) {
        /** None yet. */
        public static final Choices NONE = new Choices(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

        /** Without a word about tonight. */
        public Choices(
                SortedMap<CommitmentId, Stamp> accepted, SortedSet<CommitmentId> released, SortedSet<SlotId> mine) {
            this(accepted, released, mine, new TreeSet<>());
        }

        public Choices {
            accepted = Collections.unmodifiableSortedMap(new TreeMap<>(accepted));
            released = Collections.unmodifiableSortedSet(new TreeSet<>(released));
            mine = Collections.unmodifiableSortedSet(new TreeSet<>(mine));
            tonight = Collections.unmodifiableSortedSet(new TreeSet<>(tonight));
        }
    }

    /** A new request. */
    public static CareRequest fresh(Asked asked, List<Slot> slots) {
        return new CareRequest(asked, slots, Intent.OPEN, Choices.NONE);
    }

    /** The same, asked of these members alone; none for everybody. */
    public CareRequest to(SortedSet<MemberId> chosen) {
        return new CareRequest(asked.of(chosen), slots, intent, choices);
    }

    public RequestKind kind() {
        return asked.kind();
    }

    public String title() {
        return asked.title();
    }

    public List<String> rules() {
        return asked.rules();
    }

    public long askedAt() {
        return asked.askedAt();
    }

    public Optional<Slot> slot(SlotId id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).findFirst();
    }

    /** When the last of its times is over, in milliseconds since 1970; when it was asked if it has none. */
    public long end() {
        return slots.stream().mapToLong(Slot::end).max().orElse(askedAt());
    }

    /** What a yes to this slot is said to now. */
    public Revision revision(Slot slot) {
        return new Revision(slot.history().moved(), intent.version());
    }
}
