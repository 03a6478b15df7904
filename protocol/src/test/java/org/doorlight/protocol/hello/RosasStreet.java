package org.doorlight.protocol.hello;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.crypto.SeededEntropy;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;

/** Rosa, her box and phone, and her buddies; every fact they write lies in one pile and can be delivered in any order. */
final class RosasStreet {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LocalDate MONDAY = LocalDate.of(2027, 5, 3);
    static final long HOUR = Duration.ofHours(1).toMillis();
    static final long MINUTE = 60_000;
    static final DailyWindow MORNING = DailyWindow.of(LocalTime.of(7, 0), LocalTime.of(10, 0));

    private static final SeededEntropy ENTROPY = new SeededEntropy(2027);

    /** A fact as it travels: whose document, its key and bytes, and the how-manieth of its writer. */
    record Fact(MemberId owner, String key, byte[] value, int number) {}

    final MemberId rosa = MemberId.of(ENTROPY.bytes(32));
    final DeviceId box = DeviceId.of(ENTROPY.bytes(16));
    final DeviceId phone = DeviceId.of(ENTROPY.bytes(16));
    final List<MemberId> buddies = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    private final SortedMap<MemberId, DeviceId> boxes = new TreeMap<>();
    private HelloPlan plan;

    RosasStreet(int buddyCount) {
        this(buddyCount, Consents.USUAL);
    }

    RosasStreet(int buddyCount, Consents consents) {
        for (int number = 0; number < buddyCount; number++) {
            buddies.add(MemberId.of(ENTROPY.bytes(32)));
            boxes.put(buddies.get(number), DeviceId.of(ENTROPY.bytes(16)));
        }
        plan = new HelloPlan(
                new Schedule(ZONE, List.of(MORNING), Duration.ofMinutes(90)),
                box,
                buddies,
                KnockingHours.USUAL,
                consents,
                MONDAY.plusMonths(6));
        write(rosa, PlanFacts.plan(plan, 1, box));
        buddies.forEach(buddy -> write(buddy, WatchFacts.agreed(rosa, true, 1, boxes.get(buddy))));
    }

    HelloPlan plan() {
        return plan;
    }

    RosasStreet write(MemberId owner, SortedMap<String, byte[]> written) {
        written.forEach((key, value) -> facts.add(new Fact(owner, key, value, facts.size())));
        return this;
    }

    RosasStreet change(HelloPlan next, long version) {
        plan = next;
        return write(rosa, PlanFacts.plan(next, version, box));
    }

    // ---- what they do

    RosasStreet note(WindowId window, Attestation.Word word) {
        return write(
                rosa, PlanFacts.note(Attestation.of(window, word, window(window).due()), box));
    }

    RosasStreet hello(WindowId window) {
        return write(
                rosa,
                PlanFacts.hello(new Hello(window, Picture.SUN, window(window).due()), phone));
    }

    RosasStreet pausedOnPhone(WindowId window, WindowId until) {
        return write(
                rosa,
                PlanFacts.note(
                        new Attestation(
                                window,
                                Attestation.Word.PAUSED,
                                Picture.SUN,
                                until,
                                window(window).opens()),
                        phone));
    }

    RosasStreet says(MemberId buddy, WindowId window, Answer.Kind kind, long at) {
        int number = 1
                + (int) facts.stream()
                        .filter(fact -> fact.key().startsWith("answer/"))
                        .count();
        return write(buddy, WatchFacts.answer(new Answer(window, kind, at, at), number, boxes.get(buddy)));
    }

    RosasStreet shown(MemberId buddy, WindowId window) {
        return write(buddy, WatchFacts.asked(window, window(window).due(), boxes.get(buddy)));
    }

    RosasStreet cannotHear(MemberId buddy, WindowId window, long at) {
        return write(buddy, WatchFacts.silent(window, at, boxes.get(buddy)));
    }

    // ---- time

    static WindowId day(int number) {
        return new WindowId(MONDAY.plusDays(number), 0);
    }

    Window window(WindowId id) {
        return plan.schedule().window(id).orElseThrow();
    }

    // ---- what a replica knows

    Tidings tidings() {
        return tidings(facts);
    }

    /** As a replica reads it after these facts have come in this order. Of one writer's facts under one key the last written holds. */
    Tidings tidings(Collection<Fact> arrived) {
        SortedMap<MemberId, SortedMap<String, Fact>> documents = new TreeMap<>();
        for (Fact fact : arrived) {
            documents
                    .computeIfAbsent(fact.owner(), owner -> new TreeMap<>())
                    .merge(fact.key(), fact, (one, other) -> one.number() > other.number() ? one : other);
        }
        SortedMap<MemberId, Watch> watches = new TreeMap<>();
        documents.forEach((owner, document) -> {
            if (!owner.equals(rosa)) {
                watches.put(owner, WatchFacts.read(bytes(document)));
            }
        });
        return Tidings.of(rosa, PlanFacts.read(bytes(documents.getOrDefault(rosa, new TreeMap<>()))), watches);
    }

    private static SortedMap<String, byte[]> bytes(SortedMap<String, Fact> document) {
        SortedMap<String, byte[]> bytes = new TreeMap<>();
        document.forEach((key, fact) -> bytes.put(key, fact.value()));
        return bytes;
    }

    /** All facts in some order, some of them more than once. */
    List<Fact> anyOrder(Random random) {
        List<Fact> order = new ArrayList<>(facts);
        for (int again = random.nextInt(1 + facts.size()); again > 0; again--) {
            order.add(facts.get(random.nextInt(facts.size())));
        }
        Collections.shuffle(order, random);
        return order;
    }

    static Ears goodEars() {
        return new Ears(true, 11, 11, new TreeMap<>());
    }

    static When at(long now) {
        return new When(now, Pace.USUAL, Heat.NONE);
    }

    static Ladder.Rung rung(Tidings tidings, long now) {
        Episode open = Episodes.open(tidings, Pace.USUAL).orElseThrow();
        return Ladder.at(open, tidings, new TreeSet<>(), at(now));
    }

    /** Everything anybody is shown about Rosa, as text. */
    String view(Tidings tidings, long now) {
        StringBuilder view =
                new StringBuilder(Observer.look(tidings, goodEars(), at(now)).toString());
        Episodes.open(tidings, Pace.USUAL).ifPresent(open -> {
            Ladder.Rung rung = Ladder.at(open, tidings, new TreeSet<>(), at(now));
            view.append(open.id().hex()).append(open.since()).append(rung);
            buddies.forEach(buddy -> view.append(BuddySees.open(buddy, open, tidings, rung)));
        });
        Episodes.ended(tidings, Pace.USUAL).forEach(over -> {
            view.append(over.id().hex()).append(over.ending()).append(BuddySees.owedAllClear(over, tidings));
            buddies.forEach(buddy -> view.append(BuddySees.over(buddy, over, tidings)));
        });
        return view.toString();
    }
}
