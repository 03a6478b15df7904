package org.doorlight.protocol.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.hello.HelloDocument;
import org.doorlight.protocol.hello.HelloPlan;
import org.doorlight.protocol.hello.PlanFacts;
import org.doorlight.protocol.hello.Tidings;
import org.doorlight.protocol.hello.WatchFacts;
import org.doorlight.protocol.hello.WindowId;
import org.doorlight.protocol.id.MemberId;

/**
 * Into which document this home writes about hellos, and so who may read it (HELLO §1). When others may read than before, a new document
 * under a new key is begun, at once; each month one under the same key. All audiences look alike from outside.
 */
final class HelloPages {
    private final Circle circle;
    private final HelloTools tools;

    HelloPages(Circle circle, HelloTools tools) {
        this.circle = circle;
        this.tools = tools;
    }

    MemberId self() {
        return circle.replica().ownStanding().member();
    }

    private HelloBoard board() {
        return circle.board().hello();
    }

    /** Everything known about a member of this circle. */
    Tidings tidings(MemberId member) {
        return board().tidings(member, new HelloBoard.Eyes(self(), present(), oldest()));
    }

    /** A box that does not know the time forgets nothing. */
    private WindowId oldest() {
        return tools.clock().isSure() ? new WindowId(today().minusDays(WindowId.REMEMBERED_DAYS), 0) : WindowId.FIRST;
    }

    private LocalDate today() {
        return Instant.ofEpochMilli(tools.clock().millis())
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    /** Who belongs to the circle and writes in it. */
    SortedSet<MemberId> present() {
        SortedSet<MemberId> present = new TreeSet<>();
        circle.replica().charter().resolved().members().forEach((member, role) -> {
            if (role.writes()) {
                present.add(member);
            }
        });
        return present;
    }

    // ---- the own plan

    /** Writes for oneself and the buddies who said yes. */
    void note(SortedMap<String, byte[]> facts) {
        note(tidings(self()), facts);
    }

    private void note(Tidings own, SortedMap<String, byte[]> facts) {
        SortedSet<MemberId> readers = readers(own);
        Optional<HelloBoard.Page> latest = board().notes(self());
        boolean same = latest.filter(page -> readers.equals(members(page))).isPresent();
        if (same && latest.filter(page -> page.what().month() == month()).isPresent()) {
            circle.writeIfWhole(latest.get().id(), facts);
            return;
        }
        SortedMap<String, byte[]> all =
                new TreeMap<>(next(latest, Optional.empty()).fact(circle.author()));
        long version = board().version(self());
        own.plan().ifPresent(plan -> all.putAll(PlanFacts.plan(plan, version, circle.author())));
        all.putAll(facts);
        circle.writeNew(
                same
                        ? circle.replica()
                                .nature(PlanFacts.PLAN, latest.get().nature().audience())
                        : forThese(PlanFacts.PLAN, readers),
                all);
    }

    private static SortedSet<MemberId> readers(Tidings own) {
        SortedSet<MemberId> readers = new TreeSet<>(own.buddies());
        readers.add(own.member());
        return readers;
    }

    private SortedSet<MemberId> members(HelloBoard.Page page) {
        return circle.epochs().members(page.nature().audience());
    }

    private Body.Nature forThese(String kind, SortedSet<MemberId> readers) {
        return circle.forUpToEight(kind, readers);
    }

    private HelloDocument next(Optional<HelloBoard.Page> latest, Optional<MemberId> member) {
        long generation = latest.map(page -> page.what().generation()).orElse(0L);
        return new HelloDocument(generation + 1, month(), member);
    }

    private long month() {
        return ChronoUnit.MONTHS.between(LocalDate.EPOCH, today());
    }

    /** Whoever says yes reads from now on, and whoever leaves does not. */
    void follow() {
        boolean others = board().notes(self())
                .filter(page -> !readers(tidings(self())).equals(members(page)))
                .isPresent();
        if (others) {
            note(new TreeMap<>());
        }
    }

    /** Writes a plan for all buddies who said yes, and a copy for each one who is named in it. */
    void plan(HelloPlan plan) {
        long version = board().version(self()) + 1;
        SortedMap<String, byte[]> fact = PlanFacts.plan(plan, version, circle.author());
        Tidings before = tidings(self());
        Tidings after = new Tidings(
                self(), Optional.of(plan), before.notes(), before.hellos(), before.watches(), before.refused());
        note(after, fact);
        SortedSet<MemberId> named = new TreeSet<>(plan.buddies());
        tellOthers(named, version);
        named.forEach(buddy -> copy(buddy, fact));
    }

    /** Ends the plan for everybody who read it. */
    void end() {
        long version = board().version(self()) + 1;
        note(PlanFacts.ended(version, circle.author()));
        tellOthers(new TreeSet<>(), version);
        follow();
    }

    /** Those who are named no longer read that it is over, and not what it is now. */
    private void tellOthers(SortedSet<MemberId> named, long version) {
        board().copies(self()).keySet().stream()
                .filter(buddy -> !named.contains(buddy))
                .forEach(buddy -> copy(buddy, PlanFacts.ended(version, circle.author())));
    }

    private void copy(MemberId buddy, SortedMap<String, byte[]> fact) {
        HelloBoard.Page page = board().copies(self()).get(buddy);
        if (page != null) {
            circle.writeIfWhole(page.id(), fact);
            return;
        }
        SortedMap<String, byte[]> all =
                new TreeMap<>(next(Optional.empty(), Optional.of(buddy)).fact(circle.author()));
        all.putAll(fact);
        circle.writeNew(forThese(PlanFacts.PLAN, pair(buddy)), all);
    }

    private SortedSet<MemberId> pair(MemberId other) {
        SortedSet<MemberId> pair = new TreeSet<>();
        pair.add(self());
        pair.add(other);
        return pair;
    }

    // ---- about others

    /** Writes as a buddy of this member, for that member and its other buddies. */
    void watch(MemberId member, SortedMap<String, byte[]> facts) {
        SortedSet<MemberId> readers = readersWith(member);
        Optional<HelloBoard.Page> latest = board().watching(self(), member);
        if (latest.filter(page -> readers.equals(members(page))).isPresent()) {
            circle.writeIfWhole(latest.get().id(), facts);
            return;
        }
        SortedMap<String, byte[]> all =
                new TreeMap<>(next(latest, Optional.empty()).fact(circle.author()));
        SortedMap<String, byte[]> said = board().watchFacts(self(), member);
        if (!said.isEmpty()) {
            boolean agreed = tidings(member).watch(self()).agreed();
            all.putAll(WatchFacts.agreed(member, agreed, WatchFacts.version(said), circle.author()));
        }
        all.putAll(facts);
        circle.writeNew(forThese(WatchFacts.WATCH, readers), all);
    }

    /** Those who read the member's own words, as far as this home does; the two of them otherwise. */
    private SortedSet<MemberId> readersWith(MemberId member) {
        SortedSet<MemberId> readers = board().notes(member).map(this::members).orElseGet(TreeSet::new);
        return readers.contains(self()) ? readers : pair(member);
    }

    /** New buddies read from now on what this home writes, and those who left do not. */
    void followWith(MemberId member) {
        boolean others = board().watching(self(), member)
                .filter(page -> !readersWith(member).equals(members(page)))
                .isPresent();
        if (others) {
            watch(member, new TreeMap<>());
        }
    }
}
