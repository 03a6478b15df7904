package org.doorlight.protocol.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.hello.HelloDocument;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.Watch;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;

/** Plans and what buddies wrote, of one circle, put together from all documents that are readable here (HELLO §1). */
final class HelloBoard {
    private static final Comparator<Page> LATEST =
            Comparator.comparingLong((Page page) -> page.what().generation()).thenComparing(Page::id);

    /** One document about hellos. */
    record Page(DocumentId id, Body.Nature nature, HelloDocument what, SortedMap<String, byte[]> facts) {
        /** Whether it is a copy of a plan for one buddy alone, and not for this one. */
        private boolean isForAnother(MemberId reader) {
            return what.member().filter(one -> !one.equals(reader)).isPresent();
        }
    }

    /**
     * Who reads, and who is in the circle.
     *
     * @param oldest the first window that is not forgotten yet
     */
    record Eyes(MemberId self, Collection<MemberId> present, WindowId oldest) {}

    private final SortedMap<MemberId, SortedMap<DocumentId, Page>> plans = new TreeMap<>();
    private final SortedMap<MemberId, SortedMap<DocumentId, Page>> watches = new TreeMap<>();
    // Worked out when somebody asks, and again when a document has changed.
    private final SortedMap<MemberId, PlanFacts.Read> reads = new TreeMap<>();
    private final SortedMap<MemberId, SortedMap<MemberId, Watch>> watched = new TreeMap<>();
    private WindowId oldest = WindowId.FIRST;
    private boolean touched;

    // ---- taking in

    void update(Body.Nature nature, Holding holding) {
        Page page = new Page(holding.document(), nature, HelloDocument.of(holding.facts()), holding.facts());
        var pages = nature.kind().equals(PlanFacts.PLAN) ? plans : watches;
        pages.computeIfAbsent(nature.owner(), unseen -> new TreeMap<>()).put(page.id(), page);
        changed();
    }

    /** A document says nothing any more. */
    void forget(DocumentId document) {
        plans.values().forEach(of -> of.remove(document));
        watches.values().forEach(of -> of.remove(document));
        changed();
    }

    private void changed() {
        reads.clear();
        watched.clear();
        touched = true;
    }

    /** Each day another is forgotten. */
    private void forgetBefore(WindowId first) {
        if (!first.equals(oldest)) {
            oldest = first;
            reads.clear();
            watched.clear();
        }
    }

    /** True once after something has changed. */
    boolean takeTouched() {
        boolean was = touched;
        touched = false;
        return was;
    }

    // ---- asking

    /** Everybody of whom a plan's document is here. */
    SortedSet<MemberId> members() {
        return new TreeSet<>(plans.keySet());
    }

    /** What a member's documents of hellos say to this reader. */
    PlanFacts.Read read(MemberId member, MemberId reader) {
        return reads.computeIfAbsent(
                member,
                owner -> PlanFacts.read(HelloDocument.join(pages(plans, owner).stream()
                                .filter(page -> !page.isForAnother(reader))
                                .map(Page::facts)
                                .toList()))
                        .since(oldest));
    }

    /** Everything that stands in a member's documents of hellos. */
    SortedMap<String, byte[]> facts(MemberId member) {
        return HelloDocument.join(pages(plans, member).stream().map(Page::facts).toList());
    }

    /** All that is known about one person's hellos. */
    Tidings tidings(MemberId member, Eyes eyes) {
        forgetBefore(eyes.oldest());
        SortedMap<MemberId, Watch> by = new TreeMap<>();
        watches.keySet().stream()
                .filter(eyes.present()::contains)
                .forEach(buddy -> by.put(buddy, watch(buddy, member)));
        return Tidings.of(member, read(member, eyes.self()), by);
    }

    private Watch watch(MemberId buddy, MemberId member) {
        return watched.computeIfAbsent(buddy, unseen -> new TreeMap<>())
                .computeIfAbsent(
                        member,
                        unseen -> WatchFacts.read(watchFacts(buddy, member)).since(oldest));
    }

    /** Everything a buddy wrote about a member. */
    SortedMap<String, byte[]> watchFacts(MemberId buddy, MemberId member) {
        return HelloDocument.join(about(buddy, member).stream().map(Page::facts).toList());
    }

    private List<Page> about(MemberId buddy, MemberId member) {
        return pages(watches, buddy).stream()
                .filter(page -> WatchFacts.about(page.facts()).equals(Optional.of(member)))
                .toList();
    }

    private static Collection<Page> pages(SortedMap<MemberId, SortedMap<DocumentId, Page>> all, MemberId owner) {
        return all.getOrDefault(owner, new TreeMap<>()).values();
    }

    /** The document in which a member writes for all buddies; of several the latest. */
    Optional<Page> notes(MemberId member) {
        return pages(plans, member).stream()
                .filter(page -> page.what().member().isEmpty())
                .max(LATEST);
    }

    /** A member's documents for one buddy each. */
    SortedMap<MemberId, Page> copies(MemberId member) {
        SortedMap<MemberId, Page> copies = new TreeMap<>();
        pages(plans, member)
                .forEach(page -> page.what()
                        .member()
                        .ifPresent(buddy -> copies.merge(
                                buddy, page, (one, other) -> LATEST.compare(one, other) > 0 ? one : other)));
        return copies;
    }

    /** The document in which a buddy writes about a member; of several the latest. */
    Optional<Page> watching(MemberId buddy, MemberId member) {
        return about(buddy, member).stream().max(LATEST);
    }

    /** The highest version of any plan of a member, in whatever document. */
    long version(MemberId member) {
        return PlanFacts.read(facts(member)).version();
    }

    /** Facts that did not belong, of everybody. */
    long refused(Optional<Standing> reader) {
        MemberId self = reader.map(Standing::member).orElse(MemberId.NOBODY);
        return members().stream()
                .mapToLong(member -> read(member, self).refused())
                .sum();
    }
}
