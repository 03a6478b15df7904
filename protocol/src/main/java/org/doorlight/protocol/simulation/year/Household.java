package org.doorlight.protocol.simulation.year;

import java.util.ArrayList;
import java.util.List;
import org.doorlight.protocol.care.turns.Bucket;
import org.doorlight.protocol.care.turns.Capacity;
import org.doorlight.protocol.care.turns.Carried;
import org.doorlight.protocol.care.turns.Load;
import org.doorlight.protocol.care.turns.Projection;
import org.doorlight.protocol.care.turns.Published;
import org.doorlight.protocol.care.turns.RestGuard;
import org.doorlight.protocol.care.turns.Room;
import org.doorlight.protocol.simulation.Dice;

/** What one home's own box knows and nobody else does, and what it has published of it. */
final class Household {
    /** Older things count for nothing any more: three windows back. */
    private static final long LEDGER_FORGETS = 3 * Load.WINDOW.toMillis();

    final Person person;
    private final List<Entry> ledger = new ArrayList<>();
    private final List<Publication> publications = new ArrayList<>();
    private final Dice noise;
    private Capacity capacity = Capacity.UNSAID;
    private long declinedAt = Long.MIN_VALUE / 2;
    private long bucketWeek = Long.MIN_VALUE;
    private int bucket;
    private int lookedInWeek = -1;
    private Projection.Own own;

    Household(Person person, Dice noise) {
        this.person = person;
        this.noise = noise;
        this.own = reckon();
    }

    /** A yes in the ledger. */
    record Entry(Course course, Yes yes) {
        Carried carried(Person requester) {
            Wish wish = course.wish();
            return new Carried(
                    yes.id(),
                    requester.member(),
                    wish.start(),
                    wish.end(),
                    wish.effort(),
                    yes.saidAt(),
                    yes.isAccepted());
        }
    }

    /** What was published, and as which of the home's facts. */
    record Publication(int number, Published published) {}

    // ---- the ledger

    List<Entry> ledger() {
        return ledger;
    }

    void take(Entry entry) {
        ledger.add(entry);
        own = reckon();
    }

    void drop(Yes yes) {
        ledger.removeIf(entry -> entry.yes.equals(yes));
        own = reckon();
    }

    void forget(long now) {
        if (ledger.removeIf(entry -> entry.course.wish().start() + LEDGER_FORGETS < now)) {
            own = reckon();
        }
    }

    private Projection.Own reckon() {
        Load load = new Load(ledger.stream().map(entry -> entry.carried(person)).toList());
        return new Projection.Own(
                capacity,
                person.kinds(),
                person.ceiling(),
                load,
                new RestGuard(load, person.ceiling(), Calendar.ZONE),
                declinedAt);
    }

    Projection.Own own() {
        return own;
    }

    int bucket() {
        return bucket;
    }

    // ---- what its people say to it

    Room room(long now) {
        return capacity.at(now);
    }

    void say(Room room, long until) {
        capacity = capacity.then(room, until);
        own = reckon();
    }

    /** True at the first look of a week. */
    boolean isNewWeek(int week) {
        boolean isNew = week != lookedInWeek;
        lookedInWeek = week;
        return isNew;
    }

    void declineGuard(long now) {
        declinedAt = now;
        own = reckon();
    }

    // ---- what it publishes

    List<Publication> publications() {
        return publications;
    }

    /** What the street ought to hear, if that is news. */
    boolean hasNews(long now) {
        long week = Bucket.week(now, Calendar.ZONE);
        if (week != bucketWeek) {
            bucketWeek = week;
            bucket = Bucket.level(
                    own.load().from(now - Bucket.LOOKS_BACK.toMillis()), person.ceiling(), noise.below(NOISE));
        }
        return publications.isEmpty()
                || !publications.get(publications.size() - 1).published.equals(news(now));
    }

    Published news(long now) {
        return Projection.publish(own, bucket, now);
    }

    private static final int NOISE = 3;

    void publish(int number, long now) {
        publications.add(new Publication(number, news(now)));
    }
}
