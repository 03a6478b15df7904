package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.CommitmentState;
import org.doorlight.protocol.care.RequestKind;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.care.turns.Load;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.RestGuard;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.charter.Standing;

/**
 * The room of this home: what its own devices say, and what it carries in all its circles together. For its own eyes only; what others
 * see is {@link Projection#publish}.
 *
 * @param zone where its weeks are counted
 */
record OwnRoom(SelfFacts.Self self, List<Carried> carried, ZoneId zone) {
    /** The rules look at two windows of 28 days before the last week; what is older weighs nothing. */
    private static final long LOOKS_BACK =
            Load.WINDOW.multipliedBy(2).plus(Duration.ofDays(14)).toMillis();

    private static final SortedSet<RequestKind> EVERY_KIND = new TreeSet<>(Arrays.asList(RequestKind.values()));

    OwnRoom {
        carried = List.copyOf(carried);
    }

    /** One home's room, at a time. */
    static OwnRoom of(Circles circles, long now) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        List<Carried> carried = new ArrayList<>();
        for (Circle circle : circles.all()) {
            circle.replica()
                    .ownPlace()
                    .map(Standing::member)
                    .ifPresent(self -> facts.putAll(circle.board().turns().selfFacts(self)));
            References.ownYeses(circle).forEach(yes -> carried(circle, yes, now).ifPresent(carried::add));
        }
        ZoneId zone = circles.all().stream().map(Viewer::zone).findFirst().orElse(ZoneOffset.UTC);
        return new OwnRoom(SelfFacts.read(facts), carried, zone);
    }

    /** A yes that stands, or that was kept; the spare counts like the holder. */
    private static Optional<Carried> carried(Circle circle, Commitment yes, long now) {
        CareBoard.Posted posted =
                circle.board().care().request(yes.offer().request()).orElseThrow();
        CommitmentState state = posted.care().state(yes, now);
        Optional<Slot> slot = posted.request().slot(yes.slot());
        boolean counts = state != CommitmentState.HANDED_BACK && state != CommitmentState.RELEASED;
        return slot.filter(found -> counts && found.start() > now - LOOKS_BACK)
                .map(found -> new Carried(
                        yes.id(),
                        posted.owner(),
                        found.start(),
                        found.end(),
                        posted.request().kind().effort(found),
                        yes.offer().at().millis(),
                        state == CommitmentState.CONFIRMED || state == CommitmentState.DONE));
    }

    /** The same with one more. */
    OwnRoom with(Carried more) {
        List<Carried> all = new ArrayList<>(carried);
        all.add(more);
        return new OwnRoom(self, all, zone);
    }

    Load load() {
        return new Load(carried);
    }

    int ceiling(long now) {
        return self.ceiling().at(now);
    }

    /** As the rules take it. */
    Projection.Own own(long now) {
        Load load = load();
        RestGuard guard = new RestGuard(load, ceiling(now), zone);
        return new Projection.Own(self.capacity(), EVERY_KIND, ceiling(now), load, guard, self.declinedAt());
    }

    /**
     * What goes back because two own devices, apart from each other, said yes to more than the ceiling (P23). What was said before the
     * ceiling was last changed stays: nobody loses a promise by lowering it.
     */
    List<Carried> tooMuch(long now) {
        return load().tooMuch(ceiling(now)).stream()
                .filter(one -> one.saidAt() > self.ceiling().saidAt())
                .toList();
    }

    /** True while nobody here has said anything about room, nor yes to anything: there is nothing to publish. */
    boolean isUnsaid() {
        return self.isUnsaid() && carried.isEmpty();
    }
}
