package org.doorlight.protocol.care.rota;

import static org.doorlight.protocol.wire.Limits.NEED_MAX;
import static org.doorlight.protocol.wire.Limits.ROTA_WEEKS_MAX;
import static org.doorlight.protocol.wire.Limits.SLOT_DAYS_MAX;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.CareRequest;
import org.doorlight.protocol.care.FactKey;
import org.doorlight.protocol.care.RequestFacts;
import org.doorlight.protocol.care.RequestReader;
import org.doorlight.protocol.care.Slot;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.wire.message.FullFact;
import org.doorlight.protocol.wire.message.RotaFact;
import org.doorlight.protocol.wire.message.SkipFact;

/**
 * A rota as facts, and back (CARE §6). Its document is that of a care request whose slots are derived: everything one may say of a request
 * may be said of a rota too, and a slot that was moved is one of its exceptions.
 */
public final class RotaFacts {
    /** Kind of the document. */
    public static final String ROTA = "rota";

    private static final String SKIP = "skip";
    private static final String FULL = "full";
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int MINUTES_AN_HOUR = 60;
    private static final long LAST_DAY = LocalDate.of(9000, 1, 1).toEpochDay();

    // Of several that go on for different times the one that asks for less.
    private static final Comparator<RotaFact> NEWEST = Comparator.comparing(RotaFact::getVersion, Long::compareUnsigned)
            .thenComparing(RotaFact::getWeeks, Comparator.reverseOrder())
            .thenComparing(MessageLite::toByteArray, Arrays::compareUnsigned);
    private static final Comparator<SkipFact> RESTFUL =
            Comparator.comparing(SkipFact::getVersion, Long::compareUnsigned).thenComparing(SkipFact::getSkipped);
    private static final Comparator<FullFact> FULLEST = Comparator.comparing(
                    FullFact::getVersion, Long::compareUnsigned)
            .thenComparing(FullFact::getMost, Comparator.reverseOrder());

    private RotaFacts() {}

    /**
     * How a rota goes on, as its recipient says it.
     *
     * @param version of the register
     * @param firstDay the day its week 0 begins
     * @param time when its slots begin, by the clocks of the zone
     */
    public record Plan(
            long version,
            RotaShape shape,
            LocalDate firstDay,
            LocalTime time,
            Duration duration,
            int need,
            ZoneId zone,
            int weeks) {
        /** The same for so many weeks more. */
        public Plan longerBy(int more) {
            return new Plan(version + 1, shape, firstDay, time, duration, need, zone, weeks + more);
        }
    }

    /**
     * A rota, and the request it is for neighbours.
     *
     * @param request with the derived slots
     * @param versions of the registers for days that are left out, and for weeks from which on the table is full
     */
    public record Told(Plan plan, Rota rota, CareRequest request, Versions versions) {}

    /** The highest versions seen, by date and by week. */
    public record Versions(SortedMap<LocalDate, Long> skips, SortedMap<Integer, Long> fulls) {}

    // ---- writing

    /** The facts of a new rota. */
    public static SortedMap<String, byte[]> asked(CareRequest.Asked asked, Plan plan, DeviceId author) {
        SortedMap<String, byte[]> facts =
                new TreeMap<>(RequestFacts.asked(CareRequest.fresh(asked, List.of()), author));
        facts.putAll(plan(plan, author));
        return facts;
    }

    /** How it goes on from now on. */
    public static SortedMap<String, byte[]> plan(Plan plan, DeviceId author) {
        RotaFact fact = RotaFact.newBuilder()
                .setVersion(plan.version())
                .setShape(plan.shape().word())
                .setFirstDay(plan.firstDay().toEpochDay())
                .setMinute(plan.time().getHour() * MINUTES_AN_HOUR + plan.time().getMinute())
                .setDurationMillis(plan.duration().toMillis())
                .setNeed(plan.need())
                .setZone(plan.zone().getId())
                .setWeeks(plan.weeks())
                .build();
        return one(ROTA, FactKey.WHOLE, author, fact);
    }

    /** Nothing is wanted on a day, or something after all. */
    public static SortedMap<String, byte[]> skip(Versions seen, LocalDate date, boolean skipped, DeviceId author) {
        SkipFact fact = SkipFact.newBuilder()
                .setVersion(seen.skips().getOrDefault(date, 0L) + 1)
                .setSkipped(skipped)
                .build();
        return one(SKIP, date.toString(), author, fact);
    }

    /** From a week of the rota on at most so many slots a week. */
    public static SortedMap<String, byte[]> full(Versions seen, int week, int most, DeviceId author) {
        FullFact fact = FullFact.newBuilder()
                .setVersion(seen.fulls().getOrDefault(week, 0L) + 1)
                .setMost(most)
                .build();
        return one(FULL, Integer.toString(week), author, fact);
    }

    private static SortedMap<String, byte[]> one(String kind, String subject, DeviceId author, MessageLite value) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(new FactKey(kind, subject, author).toString(), value.toByteArray());
        return facts;
    }

    // ---- reading

    /** The rota these facts tell, whatever their order; empty while what it is has not arrived. */
    public static Optional<Told> read(DocumentId id, SortedMap<String, byte[]> facts) {
        Optional<CareRequest> request = RequestReader.read(facts);
        Optional<Plan> plan = of(facts, ROTA, RotaFact.parser()).values().stream()
                .flatMap(List::stream)
                .max(NEWEST)
                .flatMap(RotaFacts::plan);
        return request.isEmpty() ? Optional.empty() : plan.map(found -> told(id, found, request.get(), facts));
    }

    private static Told told(DocumentId id, Plan plan, CareRequest request, SortedMap<String, byte[]> facts) {
        SortedSet<LocalDate> skipped = new TreeSet<>();
        SortedMap<LocalDate, Long> skips = new TreeMap<>();
        of(facts, SKIP, SkipFact.parser())
                .forEach((subject, all) -> date(subject).ifPresent(date -> {
                    SkipFact newest = all.stream().max(RESTFUL).orElseThrow();
                    skips.put(date, newest.getVersion());
                    if (newest.getSkipped()) {
                        skipped.add(date);
                    }
                }));
        SortedMap<Integer, Integer> most = new TreeMap<>();
        SortedMap<Integer, Long> fulls = new TreeMap<>();
        of(facts, FULL, FullFact.parser())
                .forEach((subject, all) -> week(subject).ifPresent(week -> {
                    FullFact newest = all.stream().max(FULLEST).orElseThrow();
                    fulls.put(week, newest.getVersion());
                    most.put(week, Math.max(0, newest.getMost()));
                }));
        RotaLine like = new RotaLine(0, new TreeSet<>(), plan.time(), plan.duration(), request.kind(), plan.need());
        Rota rota = new Rota(id, plan.firstDay(), plan.zone(), plan.shape().lines(like), skipped, most, plan.weeks());
        return new Told(plan, rota, withSlots(request, rota), new Versions(skips, fulls));
    }

    /** The derived slots; of what the document says of slots itself only the moves of derived ones count. */
    private static CareRequest withSlots(CareRequest request, Rota rota) {
        List<Slot> slots = new ArrayList<>();
        for (Rota.RotaSlot derived : rota.slots()) {
            Slot slot = request.slot(derived.slot().id()).orElse(derived.slot());
            long opens = slot.start() - Rota.OPENS_BEFORE.toMillis();
            slots.add(slot.opensAt(Math.max(opens, slot.history().opensAt())));
        }
        return new CareRequest(request.asked(), slots, request.intent(), request.choices());
    }

    private static Optional<Plan> plan(RotaFact fact) {
        boolean possible = fact.getFirstDay() >= 0
                && fact.getFirstDay() <= LAST_DAY
                && fact.getMinute() >= 0
                && fact.getMinute() < MINUTES_A_DAY
                && fact.getDurationMillis() > 0
                && fact.getDurationMillis() <= Duration.ofDays(SLOT_DAYS_MAX).toMillis()
                && fact.getNeed() > 0
                && fact.getNeed() <= NEED_MAX
                && fact.getWeeks() > 0
                && fact.getWeeks() <= ROTA_WEEKS_MAX;
        return RotaShape.of(fact.getShape())
                .filter(shape -> possible)
                .map(shape -> new Plan(
                        fact.getVersion(),
                        shape,
                        LocalDate.ofEpochDay(fact.getFirstDay()),
                        LocalTime.of(fact.getMinute() / MINUTES_AN_HOUR, fact.getMinute() % MINUTES_AN_HOUR),
                        Duration.ofMillis(fact.getDurationMillis()),
                        fact.getNeed(),
                        zone(fact.getZone()),
                        fact.getWeeks()));
    }

    /** All values of a kind of fact, by what they are about. */
    private static <T extends MessageLite> SortedMap<String, List<T>> of(
            SortedMap<String, byte[]> facts, String kind, Parser<T> parser) {
        SortedMap<String, List<T>> values = new TreeMap<>();
        facts.forEach((key, value) -> FactKey.parse(key)
                .filter(parsed -> parsed.kind().equals(kind))
                .ifPresent(parsed -> parse(parser, value)
                        .ifPresent(found -> values.computeIfAbsent(parsed.subject(), unseen -> new ArrayList<>())
                                .add(found))));
        return values;
    }

    private static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] value) {
        try {
            return Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String subject) {
        try {
            return Optional.of(LocalDate.parse(subject));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> week(String subject) {
        return subject.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(subject)) : Optional.empty();
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
