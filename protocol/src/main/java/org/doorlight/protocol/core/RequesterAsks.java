package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.DOOR_NAMED_MAX;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestState;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.turns.ByName;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.replica.Holding;

/** What a requester asks of the node: first whether it may be, with a kind sentence if not; then the facts. */
final class RequesterAsks {
    private final Entropy entropy;
    private final References references;
    private final long now;

    RequesterAsks(Entropy entropy, Circles circles, Moment now) {
        this.entropy = entropy;
        this.references = new References(circles);
        this.now = now.wallMillis();
    }

    // ---- asking

    View add(Ask.AddRequest ask) throws Refusal {
        Circle circle = references.circle(ask.circle());
        CareRequest typed = Wishes.request(ask, follows(circle, ask), Viewer.zone(circle), now, entropy);
        Optional<String> door = ask.door() == null ? Optional.empty() : Optional.of(Wishes.door(ask.door()));
        String typedStory = ask.few().story();
        Optional<String> story = typedStory == null ? Optional.empty() : Optional.of(Wishes.story(typedStory));
        SortedSet<MemberId> to = chosen(circle, ask.to());
        SortedSet<MemberId> named = references.members(circle, ask.few().doorTo());
        requireFew(door, to, named);
        CareRequest request = typed.to(to);
        Asks.requireVoice(circle);
        requireFewByName(circle, request);
        Body.Nature nature =
                to.isEmpty() ? circle.forEveryone(RequestFacts.REQUEST) : circle.forFew(RequestFacts.REQUEST, to);
        DocumentId id = circle.writeNew(nature, RequestFacts.asked(request, circle.author()));
        if (door.isPresent()) {
            // Nobody but the requester and whom she names, until somebody is confirmed.
            Whisper own = new Whisper(Whisper.DOOR, id, door.get(), Optional.empty());
            circle.tell(own);
            named.forEach(member -> circle.tell(own.copyFor(member)));
        }
        story.ifPresent(text -> circle.tell(new Whisper(Whisper.STORY, id, text, Optional.empty())));
        return shown(circle, id);
    }

    /** The neighbours somebody names, without their own home: that one reads what it asks anyway, and is not asked. */
    SortedSet<MemberId> chosen(Circle circle, List<String> said) throws Refusal {
        SortedSet<MemberId> neighbours = references.members(circle, said);
        circle.replica().ownPlace().ifPresent(self -> neighbours.remove(self.member()));
        if (neighbours.isEmpty() && !said.isEmpty()) {
            throw invalid(
                    "That is this home itself. Name the neighbours you would like to ask, or nobody to ask the whole circle.");
        }
        return neighbours;
    }

    /** Asking one person by name has its limits: nobody is pressed. */
    void requireFewByName(Circle circle, CareRequest request) throws Refusal {
        Optional<MemberId> whom = ByName.whom(request);
        if (whom.isEmpty()) {
            return;
        }
        MemberId self = Asks.standing(circle).member();
        int lately = 0;
        for (CareBoard.Posted posted : circle.board().care().requests()) {
            if (!posted.owner().equals(self) || !ByName.whom(posted.request()).equals(whom)) {
                continue;
            }
            RequestState state = posted.care().state(now);
            if (state == RequestState.OPEN || state == RequestState.PAUSED) {
                throw conflict(
                        "You are asking them for something already. One thing at a time: wait for that, or take it back first.");
            }
            lately += posted.request().askedAt() > now - ByName.WEEK.toMillis() ? 1 : 0;
        }
        if (lately >= ByName.A_WEEK) {
            throw conflict("You have asked them twice this week. Ask the whole street, or wait a few days.");
        }
    }

    private Optional<DocumentId> follows(Circle circle, Ask.AddRequest ask) throws Refusal {
        String said = ask.few().follows();
        if (said == null) {
            return Optional.empty();
        }
        References.Found found = references.request(circle.id().hex(), said);
        if (!isOwn(found)) {
            throw new Refusal(
                    Problem.Kind.NOT_ALLOWED,
                    "That request is a neighbour's. A new one can take up an earlier one of this home; without that, leave --follows out.");
        }
        return Optional.of(found.posted().id());
    }

    private static void requireFew(Optional<String> door, SortedSet<MemberId> to, SortedSet<MemberId> named)
            throws Refusal {
        if (named.size() > DOOR_NAMED_MAX) {
            throw invalid("The door details can go to at most " + DOOR_NAMED_MAX
                    + " people from the start. Everybody else reads them once you have said yes to them.");
        }
        if (!named.isEmpty() && door.isEmpty()) {
            throw invalid("There are no door details to give. Add them with --door, or leave --door-to out.");
        }
        if (!to.isEmpty() && !to.containsAll(named)) {
            throw invalid("The door details can go to people who may read the request. Add them to --to as well.");
        }
    }

    // ---- the requester's own words

    View withdraw(Ask.WithdrawRequest ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        requireOwn(found);
        if (!found.posted().request().intent().withdrawn()) {
            write(found, RequestFacts.withdrawn(now, found.circle().author()));
        }
        return shown(found);
    }

    View change(CareAsk.Change ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        requireOwn(found);
        CareRequest request = found.posted().request();
        requireNotEnded(request);
        CareRequest.Intent intent = request.intent();
        DeviceId author = found.circle().author();
        var stamp = found.circle().stamp(now);
        switch (ask.wish()) {
            case FULFIL -> write(found, RequestFacts.fulfilled(author, stamp));
            case PAUSE -> {
                if (!intent.paused()) {
                    write(found, RequestFacts.paused(request, author, stamp));
                }
            }
            case RESUME -> {
                if (intent.paused()) {
                    write(found, RequestFacts.resumed(request, author, stamp));
                }
            }
        }
        return shown(found);
    }

    View move(CareAsk.Move ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        Slot slot = ownSlot(found, ask.slot());
        long start = Wishes.start(ask.start(), Viewer.zone(found.circle()));
        Slot moved = slot.movedTo(start, now);
        Wishes.requireAhead(moved, now);
        if (start != slot.start()) {
            write(found, RequestFacts.slot(moved, found.circle().author()));
        }
        return shown(found);
    }

    View giveTime(CareAsk.GiveTime ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        Slot slot = ownSlot(found, ask.slot());
        Slot longer = slot.longerBy(Wishes.duration(ask.more()).toMillis());
        Wishes.requireAhead(longer, now);
        write(found, RequestFacts.slot(longer, found.circle().author()));
        return shown(found);
    }

    View doMyself(CareAsk.DoMyself ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        Slot slot = ownSlot(found, ask.slot());
        if (!found.posted().request().choices().mine().contains(slot.id())) {
            Circle circle = found.circle();
            write(found, RequestFacts.mine(slot.id(), circle.author(), circle.stamp(now)));
        }
        return shown(found);
    }

    View choose(CareAsk.Choose ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        requireOwn(found);
        requireNotEnded(found.posted().request());
        Commitment yes = References.commitment(found.posted().care().commitments(), ask.commitment());
        Circle circle = found.circle();
        if (ask.accept()) {
            accept(found, yes);
        } else if (!found.posted().request().choices().released().contains(yes.id())
                && !(yes.said().handedBack() && !yes.said().done())) {
            requireNotDone(yes, "That one is done already. Thank you for letting them know another way.");
            write(found, RequestFacts.released(yes.id(), circle.author(), circle.stamp(now)));
        }
        return shown(found);
    }

    private void accept(References.Found found, Commitment yes) throws Refusal {
        CareBoard.Posted posted = found.posted();
        SlotStanding slot = posted.care().slot(yes.slot()).orElseThrow(() -> conflict("That time is not there."));
        if (!slot.live().contains(yes)) {
            throw conflict(
                    "That yes does not stand any more: it was handed back, let go, or said to another time. Look again with: doorlight request show "
                            + posted.id().brief());
        }
        if (slot.pinned().contains(yes)) {
            sayTonight(found, yes, slot.slot());
            return;
        }
        if (now >= slot.slot().end()) {
            throw conflict("That time is over. Nothing has to be accepted any more.");
        }
        if (slot.pinned().size() >= slot.slot().need()) {
            throw conflict(
                    "You have said yes to as many as you need for that time. Let one go first, with: doorlight request release "
                            + posted.id().brief() + " COMMITMENT");
        }
        if (posted.care().isAskedAgain(yes, now)) {
            throw conflict("They are being asked whether it still suits. You can say yes once they have.");
        }
        Circle circle = found.circle();
        SortedMap<String, byte[]> facts =
                new TreeMap<>(RequestFacts.accepted(yes.id(), circle.author(), circle.stamp(now)));
        if (isAskedTonight(posted, slot.slot())) {
            // Whoever says "yes, please" on the day has said yes for tonight.
            facts.putAll(RequestFacts.tonight(yes.id(), circle.author(), circle.stamp(now)));
        }
        write(found, facts);
    }

    // ---- the capacity to talk

    View talk(CareAsk.RequesterTalks ask) throws Refusal {
        boolean rest = Wishes.rests(ask.answer());
        References.Found found = references.request(ask.circle(), ask.request());
        requireOwn(found);
        requireNotEnded(found.posted().request());
        Commitment yes = References.commitment(found.posted().care().commitments(), ask.commitment());
        Slot slot = References.slot(found.posted().request(), yes.slot().hex());
        HelperAsks.requireTalk(found.posted(), slot, now);
        if (!rest) {
            accept(found, yes);
        } else if (!found.posted().request().choices().mine().contains(slot.id())) {
            Circle circle = found.circle();
            write(found, RequestFacts.mine(slot.id(), circle.author(), circle.stamp(now)));
        }
        return shown(found);
    }

    private boolean isAskedTonight(CareBoard.Posted posted, Slot slot) {
        return Talk.isAskedAbout(posted.request().kind()) && Talk.isTime(slot, now);
    }

    private void sayTonight(References.Found found, Commitment yes, Slot slot) throws Refusal {
        boolean said = found.posted().request().choices().tonight().contains(yes.id());
        if (!said && isAskedTonight(found.posted(), slot)) {
            Circle circle = found.circle();
            write(found, RequestFacts.tonight(yes.id(), circle.author(), circle.stamp(now)));
        }
    }

    View tellStory(CareAsk.TellStory ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        requireOwn(found);
        Circle circle = found.circle();
        SortedSet<MemberId> to = references.members(circle, ask.to());
        List<Whisper> told = circle.board().care().whispers(Whisper.STORY, found.posted());
        Whisper own = told.stream()
                .filter(story -> story.member().isEmpty())
                .findFirst()
                .orElseThrow(() -> conflict("This request has no story to give."));
        told.forEach(story -> story.member().ifPresent(to::remove));
        to.remove(found.posted().owner());
        to.forEach(member -> circle.tell(own.copyFor(member)));
        return shown(found);
    }

    private Slot ownSlot(References.Found found, String said) throws Refusal {
        requireOwn(found);
        requireNotEnded(found.posted().request());
        return References.slot(found.posted().request(), said);
    }

    static void requireOwn(References.Found found) throws Refusal {
        if (!isOwn(found)) {
            throw new Refusal(Problem.Kind.NOT_ALLOWED, "Only the home that asked can change a request.");
        }
    }

    private static boolean isOwn(References.Found found) throws Refusal {
        return found.posted().owner().equals(Asks.standing(found.circle()).member());
    }

    static void requireNotEnded(CareRequest request) throws Refusal {
        if (request.intent().withdrawn()) {
            throw conflict(
                    "You have taken that request back, and that is for good. To ask again, make a new one: doorlight request add");
        }
        if (request.intent().fulfilled()) {
            throw conflict("Help came for that request. To ask again, make a new one: doorlight request add");
        }
    }

    private static void write(References.Found found, SortedMap<String, byte[]> facts) throws Refusal {
        Circle circle = found.circle();
        Body.Nature nature = circle.replica()
                .holding(found.posted().id())
                .flatMap(Holding::nature)
                .orElseThrow();
        circle.write(nature, facts);
    }

    private View shown(References.Found found) {
        return shown(found.circle(), found.posted().id());
    }

    private View shown(Circle circle, DocumentId request) {
        CareBoard.Posted posted = circle.board().care().request(request).orElseThrow();
        return CareViewer.request(circle, posted, now);
    }

    private static void requireNotDone(Commitment yes, String sentence) throws Refusal {
        if (yes.said().done()) {
            throw conflict(sentence);
        }
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }

    private static Refusal conflict(String sentence) {
        return new Refusal(Problem.Kind.CONFLICT, sentence);
    }
}
