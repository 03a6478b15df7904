package org.doorlight.protocol.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.Commitment;
import org.doorlight.protocol.care.CommitmentState;
import org.doorlight.protocol.care.HelpingFacts;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.care.turns.Bucket;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.care.turns.SelfFacts;
import org.doorlight.protocol.care.turns.TurnsFacts;
import org.doorlight.protocol.charter.Role;
import org.doorlight.protocol.charter.Standing;
import org.doorlight.protocol.core.view.CapacityView;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.document.Body;
import org.doorlight.protocol.epoch.Audiences;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;

/**
 * What a home's box does by itself about room (CARE §5): it hands back what two of its devices said yes to apart above the ceiling, draws the
 * bucket of the week, and tells the street what it is to know. Done twice it does nothing more.
 */
final class TurnsDuties {
    /** What hangs on the time alone is looked at so often. */
    private static final long LOOKS_EVERY_MILLIS = 600_000;

    private static final SortedSet<CommitmentState> STANDS = new TreeSet<>(List.of(
            CommitmentState.OFFERED, CommitmentState.HOLDING, CommitmentState.CONFIRMED, CommitmentState.STANDBY));

    private final Circles circles;
    private final Entropy entropy;
    // Whether something was said to own devices since the street was last told.
    private boolean toldOwn;
    // What this box concluded when it last told the street.
    private final SortedMap<CircleId, Published> said = new TreeMap<>();
    private long changesSeen = -1;
    private long lookSeen = -1;

    TurnsDuties(Circles circles, Entropy entropy) {
        this.circles = circles;
        this.entropy = entropy;
    }

    /** Does what is due, if something of one's own has changed or ten minutes have gone by. */
    void run(long now) {
        long changes = circles.all().stream().mapToLong(TurnsDuties::ownChanges).sum();
        if (changes == changesSeen && now / LOOKS_EVERY_MILLIS == lookSeen) {
            return;
        }
        OwnRoom room = OwnRoom.of(circles, now);
        if (!room.isUnsaid()) {
            List<Carried> back = room.tooMuch(now);
            back.forEach(one -> handBack(one, now));
            publish(back.isEmpty() ? room : OwnRoom.of(circles, now), now);
        }
        toldOwn = false;
        changesSeen = circles.all().stream().mapToLong(TurnsDuties::ownChanges).sum();
        lookSeen = now / LOOKS_EVERY_MILLIS;
    }

    /** How often something has changed that the room of this home hangs on. */
    private static long ownChanges(Circle circle) {
        Board board = circle.board();
        return circle.replica()
                .ownPlace()
                .map(Standing::member)
                .map(self -> 1 + board.turns().changesOf(self) + board.care().changesOf(self))
                .orElse(0L);
    }

    private void handBack(Carried carried, long now) {
        for (Circle circle : circles.all()) {
            References.ownYeses(circle).stream()
                    .filter(yes -> yes.id().equals(carried.commitment()))
                    .forEach(yes -> handBack(circle, yes, now));
        }
    }

    private static void handBack(Circle circle, Commitment yes, long now) {
        Optional<DocumentId> document =
                circle.board().care().documentOf(yes).map(CareBoard.Helping::id).filter(found -> maySpeak(circle));
        document.ifPresent(found ->
                circle.writeIfWhole(found, HelpingFacts.handBack(yes.id(), circle.author(), circle.stamp(now))));
    }

    /** Who is not to be asked hands back what lies ahead, in the words of any other hand-back: nobody learns why. */
    List<CapacityView.HandedBackView> handBackUntil(long until, long now) {
        List<CapacityView.HandedBackView> back = new ArrayList<>();
        for (Circle circle : circles.all()) {
            for (Commitment yes : References.ownYeses(circle)) {
                CareBoard.Posted posted =
                        circle.board().care().request(yes.offer().request()).orElseThrow();
                CommitmentState state = posted.care().state(yes, now);
                Optional<Slot> slot = posted.request().slot(yes.slot());
                boolean ahead = slot.filter(found -> found.start() > now && found.start() < until)
                        .isPresent();
                if (ahead && STANDS.contains(state)) {
                    handBack(circle, yes, now);
                    back.add(new CapacityView.HandedBackView(
                            yes.id(), circle.id(), posted.request().title(), CareViewer.start(slot.orElseThrow())));
                }
            }
        }
        return back;
    }

    private void publish(OwnRoom room, long now) {
        int bucket = bucket(room, now);
        for (Circle circle : circles.all()) {
            if (maySpeak(circle)) {
                publish(
                        circle,
                        room.self().drawn().then(Bucket.week(now, room.zone()), bucket),
                        Projection.publish(room.own(now), bucket, now));
            }
        }
    }

    /** The week's bucket: drawn once, and told to all own devices. */
    private int bucket(OwnRoom room, long now) {
        long week = Bucket.week(now, room.zone());
        SelfFacts.Drawn drawn = room.self().drawn();
        if (drawn.week() >= week) {
            return drawn.level();
        }
        int load = room.load().from(now - Bucket.LOOKS_BACK.toMillis());
        int level = Bucket.level(load, room.ceiling(now), Byte.toUnsignedInt(entropy.bytes(1)[0]));
        for (Circle circle : circles.all()) {
            if (maySpeak(circle)) {
                write(circle, SelfFacts.SELF, SelfFacts.drawn(drawn.then(week, level), circle.author()));
                toldOwn = true;
            }
        }
        return level;
    }

    /**
     * Tells the street, if it is news. The envelopes of a home tell nobody whether its people have said something or its box has worked
     * something out: either way there is one to the own devices and one to the street. Where another own device, whose clock may be another,
     * has said otherwise meanwhile, that stands until something changes: two boxes would contradict each other without end.
     */
    private void publish(Circle circle, SelfFacts.Drawn drawn, Published news) {
        TurnsFacts.Told told = told(circle);
        boolean stands = told.isSaid() && told.published().equals(news);
        if (!stands && !news.equals(said.get(circle.id()))) {
            if (!toldOwn) {
                write(circle, SelfFacts.SELF, SelfFacts.drawn(drawn, circle.author()));
            }
            TurnsFacts.Told next = new TurnsFacts.Told(told.version() + 1, news);
            write(circle, TurnsFacts.TURNS, TurnsFacts.room(next, circle.author()));
            stands = told(circle).published().equals(news);
        }
        if (stands) {
            said.put(circle.id(), news);
        }
    }

    private static TurnsFacts.Told told(Circle circle) {
        return circle.board().turns().told(circle.replica().ownStanding().member());
    }

    /** True if this home may say something in a circle without being asked to: as a member, under keys of its own, and with the key to write. */
    static boolean maySpeak(Circle circle) {
        Optional<Role> role = circle.replica().ownPlace().map(Standing::role);
        return role.filter(Role::writes).isPresent()
                && !circle.isDoubted()
                && circle.epochs().forWriting(Audiences.everyone(circle.id())).isPresent();
    }

    /** By itself: into the document of that kind, if it is whole just now. */
    private static void write(Circle circle, String kind, SortedMap<String, byte[]> facts) {
        page(circle, kind)
                .ifPresentOrElse(page -> circle.writeIfWhole(page.getKey(), facts), () -> begin(circle, kind, facts));
    }

    /** What people said, to their own devices; or a sentence that says why not. */
    void say(Circle circle, SortedMap<String, byte[]> facts) throws Refusal {
        var page = page(circle, SelfFacts.SELF);
        if (page.isPresent()) {
            circle.write(page.get().getValue(), facts);
        } else {
            begin(circle, SelfFacts.SELF, facts);
        }
        toldOwn = true;
    }

    /** The document this home writes in; a device that lacks the key of one begins its own. */
    private static Optional<Map.Entry<DocumentId, Body.Nature>> page(Circle circle, String kind) {
        MemberId self = circle.replica().ownStanding().member();
        return circle.board().turns().documents(kind, self).entrySet().stream()
                .filter(page ->
                        circle.epochs().forWriting(page.getValue().audience()).isPresent())
                .findFirst();
    }

    /** One for everybody, or one for own devices alone. */
    private static void begin(Circle circle, String kind, SortedMap<String, byte[]> facts) {
        boolean own = kind.equals(SelfFacts.SELF);
        circle.writeNew(own ? circle.forFew(kind, new TreeSet<>()) : circle.forEveryone(kind), facts);
    }
}
