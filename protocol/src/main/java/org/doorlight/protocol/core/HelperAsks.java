package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.HelpingFacts;
import org.doorlight.protocol.care.RequestState;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.core.view.CommitmentView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.id.AudienceId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/** What a helper asks of the node: first whether it may be, with a kind sentence if not; then the facts. */
final class HelperAsks {
    private final Entropy entropy;
    private final Circles circles;
    private final References references;
    private final long now;

    HelperAsks(Entropy entropy, Circles circles, Moment now) {
        this.entropy = entropy;
        this.circles = circles;
        this.references = new References(circles);
        this.now = now.wallMillis();
    }

    // ---- the helper's own words

    View offer(CareAsk.Offer ask) throws Refusal {
        References.Found found = references.request(ask.circle(), ask.request());
        CareBoard.Posted posted = found.posted();
        Slot slot = References.slot(posted.request(), ask.slot());
        String note = Wishes.note(ask.note());
        Asks.requireVoice(found.circle());
        MemberId self = Asks.standing(found.circle()).member();
        requireOfferable(posted, slot, self);
        OwnRoom room = OwnRoom.of(circles, now);
        SlotStanding standing = posted.care().slot(slot.id()).orElseThrow();
        Optional<Commitment> before = standing.live().stream()
                .filter(yes -> yes.helper().equals(self))
                .findFirst();
        if (before.isPresent()) {
            return yesStill(found, before.get(), standing);
        }
        requireRoomFor(room, posted.request().kind().effort(slot), slot.start());
        int bucket = room.self().drawn().level();
        return yes(found, slot, new Draft(note, bucket, standing.vacanciesFor(self), false));
    }

    void requireOfferable(CareBoard.Posted posted, Slot slot, MemberId self) throws Refusal {
        if (posted.owner().equals(self)) {
            throw conflict("That request is yours. Neighbours can say yes to it; you can do it yourself.");
        }
        RequestState state = posted.care().state(now);
        switch (state) {
            case WITHDRAWN, CARED_ELSEWHERE, CLOSED ->
                throw conflict("That request needs nobody any more. Thank you for wanting to be there.");
            case PAUSED -> throw conflict("That request is resting. Look again later.");
            default -> {}
        }
        if (now >= slot.end()) {
            throw conflict("That time is over. Thank you for wanting to be there.");
        }
        if (posted.request().choices().mine().contains(slot.id())) {
            throw conflict("They are doing that one themselves. Thank you for wanting to be there.");
        }
    }

    /** The own ceiling holds whoever asks, in every 28 days around it; being the spare counts too (CARE §5). */
    void requireRoomFor(OwnRoom room, int effort, long start) throws Refusal {
        if (!room.load().fits(start, effort, room.ceiling(now))) {
            throw conflict(
                    "That is more than you set out to carry in four weeks, so others have a turn. If you would like to carry more, raise it with: doorlight capacity ceiling N");
        }
    }

    /** What goes with a yes: a few words, the helper's bucket, and how many others' yeses had fallen away. */
    record Draft(String note, int bucket, int vacancies, boolean recurring) {}

    View yes(References.Found found, Slot slot, Draft draft) throws Refusal {
        Circle circle = found.circle();
        MemberId self = Asks.standing(circle).member();
        byte[] salt = entropy.bytes(Commitment.SALT_BYTES);
        Commitment.Offer offer = new Commitment.Offer(
                found.posted().id(),
                slot.id(),
                found.posted().request().revision(slot),
                slot.start(),
                draft.bucket(),
                draft.note(),
                circle.stamp(now),
                draft.recurring());
        Commitment yes =
                new Commitment(Commitment.id(self, salt), self, offer, draft.vacancies(), Commitment.Said.NOTHING);
        SortedMap<String, byte[]> facts = new TreeMap<>(HelpingFacts.offer(yes, salt, circle.author()));
        facts.putAll(tonight(found, yes, slot));
        writeYes(circle, found.posted().audience(), facts);
        circle.onItsWay(yes.id());
        return shown(circle, yes);
    }

    /** Into the quarter's document for what everybody may read; into one for that audience otherwise. */
    private void writeYes(Circle circle, AudienceId audience, SortedMap<String, byte[]> offer) throws Refusal {
        MemberId self = Asks.standing(circle).member();
        boolean forAll = audience.equals(Audiences.everyone(circle.id()));
        String quarter = HelpingFacts.quarter(now);
        Optional<CareBoard.Helping> document = circle.board().care().helping(self, audience).stream()
                .filter(said -> !forAll || said.quarters().contains(quarter))
                .findFirst();
        if (document.isPresent()) {
            circle.write(document.get().nature(), offer);
            return;
        }
        SortedMap<String, byte[]> facts = new TreeMap<>(offer);
        if (forAll) {
            facts.putAll(HelpingFacts.forQuarter(quarter, circle.author()));
        }
        if (circle.epochs().forWriting(audience).isEmpty()) {
            throw new Refusal(
                    Problem.Kind.UNAVAILABLE,
                    "The key of that request has not arrived here yet. Try again when a neighbour's box is on.");
        }
        circle.writeNew(circle.replica().nature(HelpingFacts.HELPING, audience), facts);
    }

    private View yesStill(References.Found found, Commitment before, SlotStanding slot) throws Refusal {
        Circle circle = found.circle();
        int vacancies = slot.vacanciesFor(before.helper());
        if (before.vacancies() >= vacancies) {
            throw conflict("You have said yes to that one already. Thank you.");
        }
        SortedMap<String, byte[]> facts =
                new TreeMap<>(HelpingFacts.still(before.id(), vacancies, circle.author(), circle.stamp(now)));
        facts.putAll(tonight(found, before, slot.slot()));
        say(circle, before, facts);
        return shown(circle, before);
    }

    View say(CareAsk.Say ask) throws Refusal {
        References.OwnYes own = references.ownYes(ask.circle(), ask.commitment());
        Commitment yes = own.yes();
        Circle circle = own.circle();
        DeviceId author = circle.author();
        var stamp = circle.stamp(now);
        switch (ask.word()) {
            case HAND_BACK -> handBack(own);
            case ON_MY_WAY -> {
                requireStanding(own);
                if (!yes.said().onMyWay()) {
                    say(circle, yes, HelpingFacts.onMyWay(yes.id(), author, stamp));
                }
            }
            case DONE -> {
                if (!yes.said().done()) {
                    say(circle, yes, HelpingFacts.done(yes.id(), author, stamp));
                }
            }
        }
        return shown(circle, yes);
    }

    /** All yeses of this home to that slot: another of its devices may have said one too. */
    private void handBack(References.OwnYes own) throws Refusal {
        Circle circle = own.circle();
        requireNotDone(own.yes(), "That one is done. There is nothing to hand back.");
        for (Commitment yes : circle.board().care().commitments(own.yes().helper())) {
            boolean same = yes.id().equals(own.yes().id())
                    || (yes.slot().equals(own.yes().slot())
                            && yes.offer().revision().equals(own.yes().offer().revision()));
            if (same && !yes.said().handedBack() && !yes.said().done()) {
                say(circle, yes, HelpingFacts.handBack(yes.id(), circle.author(), circle.stamp(now)));
            }
        }
    }

    // ---- the capacity to talk

    /** A yes said on the day is a yes for tonight: the invitation asked in those words. */
    private SortedMap<String, byte[]> tonight(References.Found found, Commitment yes, Slot slot) {
        boolean asked = Talk.isAskedAbout(found.posted().request().kind()) && Talk.isTime(slot, now);
        Circle circle = found.circle();
        return asked ? HelpingFacts.tonight(yes.id(), circle.author(), circle.stamp(now)) : new TreeMap<>();
    }

    View talk(CareAsk.HelperTalks ask) throws Refusal {
        boolean rest = Wishes.rests(ask.answer());
        References.OwnYes own = references.ownYes(ask.circle(), ask.commitment());
        requireTalkAbout(own.posted());
        if (rest) {
            handBack(own);
        } else {
            sayTonight(own);
        }
        return shown(own.circle(), own.yes());
    }

    private void sayTonight(References.OwnYes own) throws Refusal {
        requireStanding(own);
        SlotStanding slot = own.posted().care().slot(own.yes().slot()).orElseThrow();
        if (!slot.isHolder(own.yes())) {
            throw conflict("Someone has this one. You're the spare. Nothing to do.");
        }
        requireTalk(own.posted(), slot.slot(), now);
        if (!own.yes().said().tonight()) {
            Circle circle = own.circle();
            say(circle, own.yes(), HelpingFacts.tonight(own.yes().id(), circle.author(), circle.stamp(now)));
        }
    }

    /** Both are asked on the day, not before and not after. */
    static void requireTalk(CareBoard.Posted posted, Slot slot, long now) throws Refusal {
        requireTalkAbout(posted);
        if (now >= slot.end()) {
            throw conflict("That time is over. Rest well.");
        }
        if (!Talk.isTime(slot, now)) {
            throw conflict(
                    "It is early for that: you are both asked on the day, from twelve hours before. Until then there is nothing to say.");
        }
    }

    private static void requireTalkAbout(CareBoard.Posted posted) throws Refusal {
        if (!Talk.isAskedAbout(posted.request().kind())) {
            throw conflict(
                    "That is asked before listening. For this one a yes is enough, and it can be handed back at any time: doorlight handback COMMITMENT");
        }
    }

    private void requireStanding(References.OwnYes own) throws Refusal {
        boolean stands = own.posted()
                .care()
                .slot(own.yes().slot())
                .map(slot ->
                        slot.live().contains(own.yes()) && !own.yes().said().done())
                .orElse(false);
        if (!stands) {
            throw conflict("That one does not need you now. Thank you for being there.");
        }
    }

    private static void requireNotDone(Commitment yes, String sentence) throws Refusal {
        if (yes.said().done()) {
            throw conflict(sentence);
        }
    }

    /** Into the document in which the yes lies. */
    private static void say(Circle circle, Commitment yes, SortedMap<String, byte[]> facts) throws Refusal {
        Body.Nature nature = circle.board()
                .care()
                .documentOf(yes)
                .map(CareBoard.Helping::nature)
                .orElseThrow(() -> new IllegalStateException("a yes without a document"));
        circle.write(nature, facts);
    }

    // ---- looking

    View listCommitments(CareAsk.ListCommitments ask) throws Refusal {
        Collection<Circle> where = ask.circle() == null ? circles.all() : List.of(references.circle(ask.circle()));
        List<CommitmentView> views = new ArrayList<>();
        for (Circle circle : where) {
            for (Commitment yes : References.ownYeses(circle)) {
                views.add(shown(circle, yes));
            }
        }
        return new Views<>(views);
    }

    View showCommitment(CareAsk.ShowCommitment ask) throws Refusal {
        References.OwnYes own = references.ownYes(ask.circle(), ask.commitment());
        return shown(own.circle(), own.yes());
    }

    /** As it stands after what was said just now. */
    private CommitmentView shown(Circle circle, Commitment yes) {
        CareBoard.Posted posted =
                circle.board().care().request(yes.offer().request()).orElseThrow();
        Commitment fresh = posted.care().commitment(yes.id()).orElse(yes);
        return CareViewer.commitment(circle, posted, fresh, now);
    }

    private static Refusal conflict(String sentence) {
        return new Refusal(Problem.Kind.CONFLICT, sentence);
    }
}
