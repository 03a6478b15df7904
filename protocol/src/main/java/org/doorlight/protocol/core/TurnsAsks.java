package org.doorlight.protocol.core;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.Talk;
import org.doorlight.protocol.care.turns.Capacity;
import org.doorlight.protocol.care.turns.Ceiling;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.Room;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.core.view.InvitationView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.jspecify.annotations.Nullable;

/** What a household asks about its own room, carried out: in all its circles, since people have one life. */
final class TurnsAsks implements TurnsAsk.Visitor<TurnsAsks.Doing> {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final int AHEAD_DAYS_MAX = 731;

    private final Circles circles;
    private final References references;
    private final Turns turns;
    private final Moment moment;
    private final long now;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    /** A fact of one device. */
    private interface Fact {
        SortedMap<String, byte[]> by(DeviceId author);
    }

    TurnsAsks(Circles circles, Turns turns, Moment moment) {
        this.circles = circles;
        this.references = new References(circles);
        this.turns = turns;
        this.moment = moment;
        this.now = moment.wallMillis();
    }

    // ---- own room

    @Override
    public Doing setRoom(TurnsAsk.SetRoom ask) {
        return () -> {
            Room room = Room.of(ask.room().toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> invalid("There is no such word for room. Choose one of: " + Room.words() + "."));
            long until = until(room, ask.until());
            Capacity next = turns.room(moment).self().capacity().then(room, until);
            say(author -> SelfFacts.capacity(next, author));
            return shown(room.isAsked() ? List.of() : turns.duties().handBackUntil(until, now));
        };
    }

    private long until(Room room, @Nullable String date) throws Refusal {
        if (date == null) {
            return Capacity.OPEN_END;
        }
        if (room == Room.ROOM) {
            throw invalid("With room there is no end to name. Say it without --until.");
        }
        try {
            LocalDate day = LocalDate.parse(date);
            long until = day.atStartOfDay(zone()).toInstant().toEpochMilli();
            if (until <= now) {
                throw invalid("That day has come already. Name one that lies ahead, as 2027-05-04.");
            }
            if (until > now + Duration.ofDays(AHEAD_DAYS_MAX).toMillis()) {
                throw invalid("That day is more than two years ahead. Name a nearer one, or none.");
            }
            return until;
        } catch (DateTimeParseException noDate) {
            throw invalid("That is no date. Type it as 2027-05-04.");
        }
    }

    @Override
    public Doing setCeiling(TurnsAsk.SetCeiling ask) {
        return () -> {
            if (ask.effort() < 0 || ask.effort() > Ceiling.EFFORT_MAX) {
                throw invalid("A ceiling is a number from 0 to " + Ceiling.EFFORT_MAX + "; a supper is 2, a night 4.");
            }
            Ceiling next = turns.room(moment).self().ceiling().then(ask.effort(), now);
            say(author -> SelfFacts.ceiling(next, author));
            return shown(List.of());
        };
    }

    @Override
    public Doing declineRest(TurnsAsk.DeclineRest ask) {
        return () -> {
            say(author -> SelfFacts.declined(now, author));
            return shown(List.of());
        };
    }

    @Override
    public Doing showCapacity(TurnsAsk.ShowCapacity ask) {
        return () -> shown(List.of());
    }

    /** To the own devices in every circle in which this home may speak; first whether it may at all. */
    private void say(Fact fact) throws Refusal {
        List<Circle> where = new ArrayList<>();
        for (Circle circle : circles.all()) {
            if (circle.replica().ownPlace().isPresent()) {
                Asks.requireVoice(circle);
                where.add(circle);
            }
        }
        if (where.isEmpty()) {
            Asks.requireVoice(references.circle(null));
        }
        for (Circle circle : where) {
            turns.duties().say(circle, fact.by(circle.author()));
        }
    }

    private ZoneId zone() {
        return turns.room(moment).zone();
    }

    private View shown(List<CapacityView.HandedBackView> handedBack) throws Refusal {
        if (circles.all().isEmpty()) {
            references.circle(null);
        }
        OwnRoom room = turns.room(moment);
        Capacity capacity = room.self().capacity();
        Room said = capacity.at(now);
        boolean ends = said != Room.ROOM && capacity.until() != Capacity.OPEN_END;
        Ceiling ceiling = room.self().ceiling();
        boolean waits = ceiling.at(now) != ceiling.effort();
        long from = ceiling.saidAt() + Ceiling.RAISE_WAITS.toMillis();
        Optional<Projection.Reason> reason = Projection.reason(room.own(now), now);
        String words = CareWords.ofRoom(said, reason);
        return new CapacityView(
                said.word(),
                ends ? iso(capacity.until(), room.zone()) : null,
                ceiling.at(now),
                waits ? ceiling.effort() : null,
                waits ? iso(from, room.zone()) : null,
                room.load().heaviest(now),
                reason.isEmpty(),
                words,
                handedBack);
    }

    // ---- whose turn it is

    @Override
    public Doing listInvitations(TurnsAsk.ListInvitations ask) {
        return () -> invitations(ask.circle());
    }

    @Override
    public Doing sayNo(TurnsAsk.SayNo ask) {
        return () -> {
            References.Found found = references.request(ask.circle(), ask.request());
            Slot slot = References.slot(found.posted().request(), ask.slot());
            Asks.requireVoice(found.circle());
            MemberId self = Asks.standing(found.circle()).member();
            if (found.posted().owner().equals(self)) {
                throw new Refusal(
                        Problem.Kind.CONFLICT,
                        "That request is yours, and nobody asks you for it. To take it back: doorlight request withdraw "
                                + found.posted().id().brief());
            }
            boolean ahead = found.posted().request().intent().isAsking() && now < slot.end();
            if (ahead && !turns.room(moment).self().noes().contains(slot.id())) {
                turns.duties()
                        .say(
                                found.circle(),
                                SelfFacts.no(slot.id(), now, found.circle().author()));
            }
            return invitations(ask.circle());
        };
    }

    private View invitations(@Nullable String circle) throws Refusal {
        Collection<Circle> where = circle == null ? circles.all() : List.of(references.circle(circle));
        OwnRoom room = turns.room(moment);
        List<InvitationView> views = new ArrayList<>();
        where.forEach(
                one -> Invitations.current(one, room, moment).forEach(invitation -> views.add(view(one, invitation))));
        return new Views<>(views);
    }

    private InvitationView view(Circle circle, Invitations.Invitation invitation) {
        CareBoard.Posted posted = invitation.posted();
        boolean talk = Talk.isAskedAbout(posted.request().kind());
        return new InvitationView(
                circle.id(),
                posted.id(),
                invitation.slot().id(),
                posted.request().title(),
                posted.request().kind().word(),
                posted.owner(),
                CareViewer.start(invitation.slot()),
                Duration.ofMillis(invitation.slot().durationMillis()).toString(),
                invitation.byName(),
                talk ? CareWords.capacity(Talk.isTime(invitation.slot(), now)) : null);
    }

    // ---- not this person

    @Override
    public Doing passOver(TurnsAsk.PassOver ask) {
        return () -> {
            Circle circle = references.circle(ask.circle());
            MemberId member = references.member(circle, ask.member());
            Asks.requireVoice(circle);
            if (member.equals(Asks.standing(circle).member())) {
                throw invalid("That is this home itself. Name a neighbour; doorlight member list shows them.");
            }
            SelfFacts.PassOver before =
                    turns.room(moment).self().passOvers().getOrDefault(member, SelfFacts.PassOver.UNSAID);
            if (before.set() != ask.set()) {
                var next = new SelfFacts.PassOver(before.version() + 1, ask.set());
                turns.duties().say(circle, SelfFacts.passOver(member, next, circle.author()));
            }
            return passedOver(circle);
        };
    }

    @Override
    public Doing listPassedOver(TurnsAsk.ListPassedOver ask) {
        return () -> passedOver(references.circle(ask.circle()));
    }

    private View passedOver(Circle circle) {
        SortedSet<MemberId> list = turns.room(moment).self().passedOver();
        return new Views<>(Viewer.members(circle).stream()
                .filter(member -> list.contains(member.id()))
                .toList());
    }

    private static String iso(long millis, ZoneId zone) {
        return ISO.format(Instant.ofEpochMilli(millis).atZone(zone));
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }
}
