package org.doorlight.protocol.hello;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.id.MemberId;

/**
 * All that is known about one person's hellos: the plan, what their box signed, and what their buddies wrote.
 *
 * @param plan empty if there is none, or none any more
 * @param notes attestations of the plan's own box, by window
 * @param hellos touches told at once
 * @param watches of those who are in the circle
 * @param refused facts that did not belong: another box's attestation, or one filed under another window
 */
public record Tidings(
        MemberId member,
        Optional<HelloPlan> plan,
        SortedMap<WindowId, Attestation> notes,
        List<Hello> hellos,
        SortedMap<MemberId, Watch> watches,
        int refused) {
    public Tidings {
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        hellos = List.copyOf(hellos);
        watches = Collections.unmodifiableSortedMap(new TreeMap<>(watches));
    }

    /** Everything from a plan's document and the documents of those who watch. */
    public static Tidings of(MemberId member, PlanFacts.Read read, SortedMap<MemberId, Watch> watches) {
        return new Tidings(member, read.plan(), read.notes(), read.hellos(), watches, read.refused());
    }

    /** The plan's buddies who said yes and are still in the circle, in the plan's order. */
    public List<MemberId> buddies() {
        return plan.stream()
                .flatMap(found -> found.buddies().stream())
                .filter(buddy -> watch(buddy).agreed())
                .toList();
    }

    /** What a buddy wrote; nothing yet if they did not. */
    public Watch watch(MemberId buddy) {
        return watches.getOrDefault(buddy, Watch.EMPTY);
    }
}
