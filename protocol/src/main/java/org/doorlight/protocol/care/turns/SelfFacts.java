package org.doorlight.protocol.care.turns;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.care.FactKey;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.BucketFact;
import org.doorlight.protocol.wire.message.CapacityFact;
import org.doorlight.protocol.wire.message.CeilingFact;
import org.doorlight.protocol.wire.message.DeclinedFact;
import org.doorlight.protocol.wire.message.PassOverFact;

/**
 * What a member's own devices tell each other and nobody else, as facts and back (CARE §1): room, ceiling, this week's bucket, and a "no,
 * ask me" to the rest guard. Each fact is a register of one device.
 */
public final class SelfFacts {
    /** Kind of the document for own devices only. */
    public static final String SELF = "self";

    private static final String CAPACITY = "capacity";
    private static final String CEILING = "ceiling";
    private static final String DECLINED = "declined";
    private static final String BUCKET = "bucket";
    private static final String NO = "no";
    private static final String PASS_OVER = "passover";

    private SelfFacts() {}

    /**
     * What all own devices together say.
     *
     * @param declinedAt when the guard was last declined; {@link #NEVER} if it was not
     * @param noes slots this home said no to, to its own box only
     * @param passOvers the private list "not this person"
     */
    public record Self(
            Capacity capacity,
            Ceiling ceiling,
            Drawn drawn,
            long declinedAt,
            SortedSet<SlotId> noes,
            SortedMap<MemberId, PassOver> passOvers) {
        /** Nobody said anything yet. */
        public static final Self UNSAID =
                new Self(Capacity.UNSAID, Ceiling.UNSAID, Drawn.NONE, NEVER, new TreeSet<>(), new TreeMap<>());

        public Self {
            noes = Collections.unmodifiableSortedSet(new TreeSet<>(noes));
            passOvers = Collections.unmodifiableSortedMap(new TreeMap<>(passOvers));
        }

        /** Whom this home would rather not have help it. */
        public SortedSet<MemberId> passedOver() {
            SortedSet<MemberId> members = new TreeSet<>();
            passOvers.forEach((member, passOver) -> {
                if (passOver.set()) {
                    members.add(member);
                }
            });
            return members;
        }

        /** True while nobody has said anything that the street could hear of. */
        public boolean isUnsaid() {
            return capacity.version() == 0 && ceiling.version() == 0 && drawn.week() == NEVER && declinedAt == NEVER;
        }
    }

    /** Whether somebody is on the private list: a register. Of two words said apart the more private one counts. */
    public record PassOver(long version, boolean set) {
        /** Nobody said so. */
        public static final PassOver UNSAID = new PassOver(0, false);

        PassOver or(PassOver other) {
            int order = Long.compareUnsigned(version, other.version);
            boolean mine = order != 0 ? order > 0 : set;
            return mine ? this : other;
        }
    }

    /** Before everything, and far enough from the end of numbers to be subtracted from any time. */
    public static final long NEVER = Long.MIN_VALUE / 2;

    /**
     * A bucket and the week it was drawn for.
     *
     * @param version how often it was written; a box writes it again whenever it tells the street something, so that its envelopes show
     *     nobody whether its people have said something
     */
    public record Drawn(long week, int level, long version) {
        /** None was drawn yet. */
        public static final Drawn NONE = new Drawn(NEVER, 0, 0);

        /** The same, or another week's, as it is written next. */
        public Drawn then(long nextWeek, int nextLevel) {
            return new Drawn(nextWeek, nextLevel, version + 1);
        }

        /** Two devices may draw apart in one week: the later week counts, then the higher level, which asks for less. */
        Drawn or(Drawn other) {
            boolean later = week != other.week ? week > other.week : level >= other.level;
            Drawn counts = later ? this : other;
            return new Drawn(counts.week, counts.level, Math.max(version, other.version));
        }
    }

    // ---- writing

    public static SortedMap<String, byte[]> capacity(Capacity capacity, DeviceId author) {
        return one(
                CAPACITY,
                author,
                CapacityFact.newBuilder()
                        .setVersion(capacity.version())
                        .setRoom(capacity.room().word())
                        .setUntil(capacity.until() == Capacity.OPEN_END ? 0 : capacity.until())
                        .build());
    }

    public static SortedMap<String, byte[]> ceiling(Ceiling ceiling, DeviceId author) {
        return one(
                CEILING,
                author,
                CeilingFact.newBuilder()
                        .setVersion(ceiling.version())
                        .setEffort(ceiling.effort())
                        .setBefore(ceiling.before())
                        .setSaidAt(ceiling.saidAt())
                        .build());
    }

    public static SortedMap<String, byte[]> declined(long at, DeviceId author) {
        return one(DECLINED, author, DeclinedFact.newBuilder().setAt(at).build());
    }

    /** "Not this time": nobody else ever hears of it. */
    public static SortedMap<String, byte[]> no(SlotId slot, long at, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(
                new FactKey(NO, slot.hex(), author).toString(),
                DeclinedFact.newBuilder().setAt(at).build().toByteArray());
        return facts;
    }

    /** "Not this person", or not any more. */
    public static SortedMap<String, byte[]> passOver(MemberId member, PassOver passOver, DeviceId author) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(
                new FactKey(PASS_OVER, member.hex(), author).toString(),
                PassOverFact.newBuilder()
                        .setVersion(passOver.version())
                        .setSet(passOver.set())
                        .build()
                        .toByteArray());
        return facts;
    }

    public static SortedMap<String, byte[]> drawn(Drawn drawn, DeviceId author) {
        return one(
                BUCKET,
                author,
                BucketFact.newBuilder()
                        .setWeek(drawn.week())
                        .setLevel(drawn.level())
                        .setVersion(drawn.version())
                        .build());
    }

    private static SortedMap<String, byte[]> one(String kind, DeviceId author, MessageLite value) {
        SortedMap<String, byte[]> facts = new TreeMap<>();
        facts.put(new FactKey(kind, FactKey.WHOLE, author).toString(), value.toByteArray());
        return facts;
    }

    // ---- reading

    /** What these facts come to, whatever their order; what cannot be read is as good as not there (CARE S6). */
    public static Self read(SortedMap<String, byte[]> facts) {
        List<Capacity> capacities = new ArrayList<>();
        List<Ceiling> ceilings = new ArrayList<>();
        Drawn drawn = Drawn.NONE;
        long declinedAt = NEVER;
        SortedSet<SlotId> noes = new TreeSet<>();
        SortedMap<MemberId, PassOver> passOvers = new TreeMap<>();
        for (var fact : facts.entrySet()) {
            byte[] value = fact.getValue();
            switch (FactKey.parse(fact.getKey()).map(FactKey::kind).orElse("")) {
                case CAPACITY ->
                    parse(CapacityFact.parser(), value)
                            .flatMap(SelfFacts::capacity)
                            .ifPresent(capacities::add);
                case CEILING ->
                    parse(CeilingFact.parser(), value)
                            .map(found -> new Ceiling(
                                    found.getVersion(),
                                    bounded(found.getEffort()),
                                    bounded(found.getBefore()),
                                    found.getSaidAt()))
                            .ifPresent(ceilings::add);
                case BUCKET ->
                    drawn = parse(BucketFact.parser(), value)
                            .map(found ->
                                    new Drawn(found.getWeek(), Bucket.bounded(found.getLevel()), found.getVersion()))
                            .orElse(Drawn.NONE)
                            .or(drawn);
                case DECLINED ->
                    declinedAt = Math.max(
                            declinedAt,
                            parse(DeclinedFact.parser(), value)
                                    .map(DeclinedFact::getAt)
                                    .orElse(NEVER));
                case NO -> slot(fact.getKey()).ifPresent(noes::add);
                case PASS_OVER ->
                    member(fact.getKey())
                            .ifPresent(member -> parse(PassOverFact.parser(), value)
                                    .ifPresent(found -> passOvers.merge(
                                            member, new PassOver(found.getVersion(), found.getSet()), PassOver::or)));
                default -> {}
            }
        }
        return new Self(Capacity.join(capacities), Ceiling.join(ceilings), drawn, declinedAt, noes, passOvers);
    }

    private static Optional<MemberId> member(String key) {
        return FactKey.parse(key)
                .map(FactKey::subject)
                .filter(subject -> subject.matches("[0-9a-f]{64}"))
                .map(MemberId::parse);
    }

    private static Optional<SlotId> slot(String key) {
        return FactKey.parse(key)
                .map(FactKey::subject)
                .filter(subject -> subject.matches("[0-9a-f]{32}"))
                .map(SlotId::parse);
    }

    private static Optional<Capacity> capacity(CapacityFact fact) {
        long until = fact.getUntil() == 0 ? Capacity.OPEN_END : fact.getUntil();
        return Room.of(fact.getRoom()).map(room -> new Capacity(fact.getVersion(), room, until));
    }

    private static int bounded(int effort) {
        return Math.max(0, Math.min(Ceiling.EFFORT_MAX, effort));
    }

    private static <T extends MessageLite> Optional<T> parse(Parser<T> parser, byte[] value) {
        try {
            return Optional.of(parser.parseFrom(value));
        } catch (InvalidProtocolBufferException malformed) {
            return Optional.empty();
        }
    }
}
