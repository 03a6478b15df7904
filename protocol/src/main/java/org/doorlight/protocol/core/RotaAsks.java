package org.doorlight.protocol.core;

import static org.doorlight.protocol.wire.Limits.ROTA_WEEKLY_MAX;
import static org.doorlight.protocol.wire.Limits.ROTA_WEEKS_MAX;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.SlotStanding;
import org.doorlight.protocol.care.Whisper;
import org.doorlight.protocol.care.rota.RecurringYes;
import org.doorlight.protocol.care.rota.Rota;
import org.doorlight.protocol.care.rota.RotaFacts;
import org.doorlight.protocol.care.rota.RotaShape;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.core.view.RotaView;
import org.doorlight.protocol.core.view.View;
import org.doorlight.protocol.core.view.Views;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.replica.Holding;
import org.jspecify.annotations.Nullable;

/** What a household asks about rotas, carried out. Whatever may be asked about a request is asked there: a rota is one. */
final class RotaAsks implements RotaAsk.Visitor<RotaAsks.Doing> {
    private final Circles circles;
    private final References references;
    private final RequesterAsks requester;
    private final HelperAsks helper;
    private final long now;

    /** An ask about to be carried out. */
    interface Doing {
        View answer() throws Refusal;
    }

    RotaAsks(Entropy entropy, Circles circles, Moment now) {
        this.circles = circles;
        this.references = new References(circles);
        this.requester = new RequesterAsks(entropy, circles, now);
        this.helper = new HelperAsks(entropy, circles, now);
        this.now = now.wallMillis();
    }

    // ---- as the one who asks

    @Override
    public Doing add(RotaAsk.Add ask) {
        return () -> {
            Circle circle = references.circle(ask.circle());
            RotaAsk.Draft draft = ask.draft();
            CareRequest.Asked typed = Wishes.asked(draft.kind(), draft.title(), draft.rules(), now);
            RotaFacts.Plan plan = RotaWishes.plan(draft, Viewer.zone(circle), now);
            Integer weeklyMax = draft.weeklyMax();
            if (weeklyMax != null) {
                requireWeeklyMax(weeklyMax);
            }
            String typedDoor = ask.door();
            Optional<String> door = typedDoor == null ? Optional.empty() : Optional.of(Wishes.door(typedDoor));
            SortedSet<MemberId> to = requester.chosen(circle, ask.to());
            CareRequest.Asked asked = typed.of(to);
            Asks.requireVoice(circle);
            requester.requireFewByName(circle, CareRequest.fresh(asked, List.of()));
            SortedMap<String, byte[]> facts = RotaFacts.asked(asked, plan, circle.author());
            if (weeklyMax != null) {
                var unseen = new RotaFacts.Versions(new TreeMap<>(), new TreeMap<>());
                facts.putAll(RotaFacts.full(unseen, 0, weeklyMax, circle.author()));
            }
            Body.Nature nature = to.isEmpty() ? circle.forEveryone(RotaFacts.ROTA) : circle.forFew(RotaFacts.ROTA, to);
            DocumentId id = circle.writeNew(nature, facts);
            door.ifPresent(text -> circle.tell(new Whisper(Whisper.DOOR, id, text, Optional.empty())));
            return shown(circle, id);
        };
    }

    @Override
    public Doing skip(RotaAsk.Skip ask) {
        return () -> {
            Found found = own(ask.circle(), ask.rota());
            LocalDate date = RotaWishes.date(ask.date());
            LocalDate today = today(found);
            if (date.isBefore(today)) {
                throw invalid("That day is over. Name one that lies ahead.");
            }
            boolean known = found.told.rota().skipped().contains(date)
                    || found.told.rota().slots(date, date).stream().findAny().isPresent();
            if (!known) {
                throw invalid("Nothing of this rota is on that day. See its days with: doorlight rota show "
                        + found.posted.id().brief());
            }
            if (found.told.rota().skipped().contains(date) != ask.skipped()) {
                write(found, RotaFacts.skip(found.told.versions(), date, ask.skipped(), found.circle.author()));
            }
            return shown(found.circle, found.posted.id());
        };
    }

    /** What has begun this week stays, however full the table is from now on. */
    @Override
    public Doing limit(RotaAsk.Limit ask) {
        return () -> {
            Found found = own(ask.circle(), ask.rota());
            requireWeeklyMax(ask.weeklyMax());
            Rota rota = found.told.rota();
            LocalDate today = today(found);
            int week = Math.max(0, rota.weekOf(today));
            LocalDate monday = rota.firstDay().plusWeeks(week);
            int begun = (int) rota.slots(monday, monday.plusDays(6)).stream()
                    .filter(slot -> slot.slot().start() <= now)
                    .count();
            var author = found.circle.author();
            SortedMap<String, byte[]> facts = new TreeMap<>(
                    RotaFacts.full(found.told.versions(), week, Math.max(begun, ask.weeklyMax()), author));
            if (begun > ask.weeklyMax()) {
                facts.putAll(RotaFacts.full(found.told.versions(), week + 1, ask.weeklyMax(), author));
            }
            // What was said for later weeks does not outlive this.
            found.told
                    .versions()
                    .fulls()
                    .tailMap(week + 2)
                    .keySet()
                    .forEach(later ->
                            facts.putAll(RotaFacts.full(found.told.versions(), later, ask.weeklyMax(), author)));
            write(found, facts);
            return shown(found.circle, found.posted.id());
        };
    }

    private static void requireWeeklyMax(int most) throws Refusal {
        if (most < 1 || most > ROTA_WEEKLY_MAX) {
            throw invalid("A rota has 1 to " + ROTA_WEEKLY_MAX
                    + " times a week. To let it rest altogether: doorlight request pause with its id.");
        }
    }

    @Override
    public Doing carryOn(RotaAsk.CarryOn ask) {
        return () -> {
            Found found = own(ask.circle(), ask.rota());
            RotaFacts.Plan plan = found.told.plan();
            if (!plan.shape().isReviewed()) {
                throw conflict("This shape has its end. If more is needed, begin another: doorlight rota add");
            }
            if (plan.weeks() + RotaShape.REVIEW_WEEKS > ROTA_WEEKS_MAX) {
                throw conflict("This rota has gone on for two years. Begin another: doorlight rota add");
            }
            write(found, RotaFacts.plan(plan.longerBy(RotaShape.REVIEW_WEEKS), found.circle.author()));
            return shown(found.circle, found.posted.id());
        };
    }

    // ---- as a helper

    @Override
    public Doing every(RotaAsk.Every ask) {
        return () -> {
            Found found = found(ask.circle(), ask.rota());
            DayOfWeek day = RotaWishes.day(ask.day());
            String note = Wishes.note(ask.note());
            Asks.requireVoice(found.circle);
            MemberId self = Asks.standing(found.circle).member();
            List<Slot> wanted = wanted(found, day, self);
            OwnRoom room = OwnRoom.of(circles, now);
            List<Slot> fitting = fitting(found, wanted, room);
            if (fitting.isEmpty()) {
                helper.requireRoomFor(
                        room, effort(found, wanted.get(0)), wanted.get(0).start());
            }
            for (Slot slot : fitting) {
                SlotStanding standing = found.posted.care().slot(slot.id()).orElseThrow();
                var draft = new HelperAsks.Draft(note, room.self().drawn().level(), standing.vacanciesFor(self), true);
                helper.yes(new References.Found(found.circle, found.posted), slot, draft);
            }
            return shown(found.circle, found.posted.id());
        };
    }

    /** The times of that day that are free for a yes to all of them; a sentence if there are none. */
    private List<Slot> wanted(Found found, DayOfWeek day, MemberId self) throws Refusal {
        List<Rota.RotaSlot> slots = found.told.rota().slots();
        List<Rota.RotaSlot> ofThatDay = RecurringYes.slots(slots, RecurringYes.Already.NOTHING, day, now);
        if (ofThatDay.isEmpty()) {
            throw conflict(
                    "In the coming four weeks this rota has nothing on that day. See its days with: doorlight rota show "
                            + found.posted.id().brief());
        }
        for (Rota.RotaSlot slot : ofThatDay) {
            helper.requireOfferable(found.posted, found.slot(slot), self);
        }
        List<Slot> wanted = RecurringYes.slots(slots, already(found, slots, self), day, now).stream()
                .map(found::slot)
                .toList();
        if (wanted.isEmpty()) {
            throw conflict(
                    "Those are promised already, or half of this rota is: the other half stays free for others. A yes to a single time is welcome: doorlight offer");
        }
        return wanted;
    }

    private RecurringYes.Already already(Found found, List<Rota.RotaSlot> slots, MemberId self) {
        int recurring = 0;
        SortedSet<SlotId> taken = new TreeSet<>();
        for (Rota.RotaSlot slot : slots) {
            Optional<SlotStanding> standing =
                    found.posted.care().slot(slot.slot().id());
            List<Commitment> live = standing.map(SlotStanding::live).orElse(List.of());
            boolean covered = standing.map(SlotStanding::isCovered).orElse(true);
            if (covered || live.stream().anyMatch(yes -> yes.helper().equals(self))) {
                taken.add(slot.slot().id());
            }
            if (isSoon(slot.slot().start())
                    && live.stream().anyMatch(yes -> yes.offer().recurring())) {
                recurring++;
            }
        }
        return new RecurringYes.Already(recurring, taken);
    }

    private boolean isSoon(long start) {
        return start >= now && start - now < RecurringYes.LASTS.toMillis();
    }

    /** As many as the own ceiling has room for, the nearest first. */
    private List<Slot> fitting(Found found, List<Slot> wanted, OwnRoom room) {
        List<Slot> fitting = new ArrayList<>();
        OwnRoom filled = room;
        for (Slot slot : wanted) {
            int effort = effort(found, slot);
            if (filled.load().fits(slot.start(), effort, room.ceiling(now))) {
                fitting.add(slot);
                filled = filled.with(new Carried(
                        Commitment.id(found.posted.owner(), slot.id().toBytes()),
                        found.posted.owner(),
                        slot.start(),
                        slot.end(),
                        effort,
                        now,
                        false));
            }
        }
        return fitting;
    }

    private static int effort(Found found, Slot slot) {
        return found.posted.request().kind().effort(slot);
    }

    // ---- looking

    @Override
    public Doing list(RotaAsk.ListRotas ask) {
        return () -> {
            Collection<Circle> where = ask.circle() == null ? circles.all() : List.of(references.circle(ask.circle()));
            List<RotaView> views = new ArrayList<>();
            for (Circle circle : where) {
                for (CareBoard.Posted posted : circle.board().care().requests()) {
                    circle.board()
                            .care()
                            .rota(posted.id())
                            .ifPresent(told -> views.add(RotaViewer.view(circle, posted, told, now)));
                }
            }
            return new Views<>(views);
        };
    }

    @Override
    public Doing show(RotaAsk.ShowRota ask) {
        return () -> {
            Found found = found(ask.circle(), ask.rota());
            return shown(found.circle, found.posted.id());
        };
    }

    // ---- which one is meant

    /** A rota, and the circle it lies in. */
    private record Found(Circle circle, CareBoard.Posted posted, RotaFacts.Told told) {
        /** The slot as it is now: it may have been moved. */
        Slot slot(Rota.RotaSlot derived) {
            return posted.request().slot(derived.slot().id()).orElse(derived.slot());
        }
    }

    private Found found(@Nullable String circle, String said) throws Refusal {
        References.Found found = references.request(circle, said);
        RotaFacts.Told told = found.circle()
                .board()
                .care()
                .rota(found.posted().id())
                .orElseThrow(() -> new Refusal(
                        Problem.Kind.NOT_FOUND,
                        "That is a single request and no rota; doorlight rota list shows those there are."));
        return new Found(found.circle(), found.posted(), told);
    }

    private Found own(@Nullable String circle, String said) throws Refusal {
        Found found = found(circle, said);
        References.Found request = new References.Found(found.circle, found.posted);
        RequesterAsks.requireOwn(request);
        RequesterAsks.requireNotEnded(found.posted.request());
        return found;
    }

    private LocalDate today(Found found) {
        return Instant.ofEpochMilli(now).atZone(found.told.plan().zone()).toLocalDate();
    }

    private static void write(Found found, SortedMap<String, byte[]> facts) throws Refusal {
        Body.Nature nature = found.circle
                .replica()
                .holding(found.posted.id())
                .flatMap(Holding::nature)
                .orElseThrow();
        found.circle.write(nature, facts);
    }

    private View shown(Circle circle, DocumentId id) {
        CareBoard care = circle.board().care();
        return RotaViewer.view(
                circle, care.request(id).orElseThrow(), care.rota(id).orElseThrow(), now);
    }

    private static Refusal invalid(String sentence) {
        return new Refusal(Problem.Kind.INVALID, sentence);
    }

    private static Refusal conflict(String sentence) {
        return new Refusal(Problem.Kind.CONFLICT, sentence);
    }
}
