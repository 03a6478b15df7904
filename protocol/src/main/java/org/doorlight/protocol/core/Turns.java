package org.doorlight.protocol.core;

import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.Entropy;
import org.doorlight.protocol.id.CircleId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.SlotId;

/** Room and turns of this home in all its circles: people have one life. What is due by itself, and what is news to its people. */
final class Turns {
    /** What hangs on the time alone is looked at so often. */
    private static final long LOOKS_EVERY_MILLIS = 600_000;

    private final Circles circles;
    private final TurnsDuties duties;
    private final PassingOver passing;
    private final News news;
    private final TalkNews talks;
    // What people may have seen so far: circle, request, slots.
    private final SortedMap<CircleId, SortedMap<DocumentId, SortedSet<SlotId>>> shown = new TreeMap<>();
    private long changesSeen = -1;
    private long lookSeen = -1;

    Turns(Circles circles, Entropy entropy, News news) {
        this.circles = circles;
        this.duties = new TurnsDuties(circles, entropy);
        this.passing = new PassingOver(circles, entropy);
        this.news = news;
        this.talks = new TalkNews(news);
    }

    /** Nothing is written while somebody only looks: that is answered also while nothing can be. */
    void doDuties(Input input, Moment now) {
        boolean looks = input instanceof Input.Asked asked && asked.ask() instanceof Ask.Look;
        if (!looks) {
            duties.run(now.wallMillis());
        }
    }

    TurnsDuties duties() {
        return duties;
    }

    OwnRoom room(Moment now) {
        return OwnRoom.of(circles, now.wallMillis());
    }

    /** Once a second. */
    void tick(Moment now) {
        passing.tick(now);
        tell(now);
    }

    /** Says which invitations have come or gone, without a look if nothing can have changed. */
    private void tell(Moment now) {
        long changes = circles.all().stream().mapToLong(Turns::changes).sum();
        long look = now.wallMillis() / LOOKS_EVERY_MILLIS;
        if (changes == changesSeen && look == lookSeen) {
            return;
        }
        changesSeen = changes;
        lookSeen = look;
        OwnRoom room = room(now);
        for (Circle circle : circles.all()) {
            circle.board().fullness().noteRoom(Invitations.street(circle), now);
            tell(circle, room, now);
            talks.tell(circle, now);
        }
    }

    private void tell(Circle circle, OwnRoom room, Moment now) {
        SortedMap<DocumentId, SortedSet<SlotId>> current = new TreeMap<>();
        Invitations.current(circle, room, now)
                .forEach(one -> current.computeIfAbsent(one.posted().id(), unseen -> new TreeSet<>())
                        .add(one.slot().id()));
        SortedMap<DocumentId, SortedSet<SlotId>> before = shown.getOrDefault(circle.id(), new TreeMap<>());
        SortedSet<DocumentId> requests = new TreeSet<>(current.keySet());
        requests.addAll(before.keySet());
        requests.removeIf(request -> Objects.equals(current.get(request), before.get(request)));
        requests.forEach(request -> news.announce("invitation.changed", circle.id(), request, now));
        shown.put(circle.id(), current);
    }

    /** How often something has changed that an invitation may hang on. */
    private static long changes(Circle circle) {
        return 1 + circle.board().turns().changes() + circle.board().care().changes();
    }
}
