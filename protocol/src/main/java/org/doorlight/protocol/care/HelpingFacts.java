package org.doorlight.protocol.care;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.doorlight.protocol.id.CommitmentId;
import org.doorlight.protocol.id.DeviceId;
import org.doorlight.protocol.id.DocumentId;
import org.doorlight.protocol.id.MemberId;
import org.doorlight.protocol.id.SlotId;
import org.doorlight.protocol.wire.message.EventFact;
import org.doorlight.protocol.wire.message.OfferFact;
import org.doorlight.protocol.wire.message.StampValue;
import org.doorlight.protocol.wire.message.StillFact;
import org.doorlight.protocol.wire.message.TextRegister;

/** A helper's yeses as facts, and back (CARE §3): offer, hand back, on my way, done, yes still. */
public final class HelpingFacts {
    /** Kind of the documents in which a member says what it will do. */
    public static final String HELPING = "helping";

    private static final String QUARTER = "quarter";
    private static final String OFFER = "offer";
    private static final String STILL = "still";
    private static final String HAND_BACK = "handback";
    private static final String ON_MY_WAY = "onmyway";
    private static final String DONE = "done";
    private static final String TONIGHT = "tonight";

    private HelpingFacts() {}

    // ---- writing

    /** The quarter of a year a time lies in, as {@code 2026Q4}. */
    public static String quarter(long wallMillis) {
        var day = Instant.ofEpochMilli(wallMillis).atOffset(ZoneOffset.UTC);
        return day.getYear() + "Q" + day.get(IsoFields.QUARTER_OF_YEAR);
    }

    /** The fact that says for which quarter a document is. */
    public static SortedMap<String, byte[]> forQuarter(String quarter, DeviceId author) {
        return Facts.one(
                new FactKey(QUARTER, FactKey.WHOLE, author),
                TextRegister.newBuilder().setVersion(1).setValue(quarter).build());
    }

    /**
     * A yes.
     *
     * @param salt the bytes its id was made of
     */
    public static SortedMap<String, byte[]> offer(Commitment yes, byte[] salt, DeviceId author) {
        Commitment.Offer offer = yes.offer();
        OfferFact fact = OfferFact.newBuilder()
                .setSalt(ByteString.copyFrom(salt))
                .setRequest(ByteString.copyFrom(offer.request().toBytes()))
                .setSlot(ByteString.copyFrom(offer.slot().toBytes()))
                .setMoved(offer.revision().moved())
                .setResumed(offer.revision().intent())
                .setStart(offer.start())
                .setBucket(offer.bucket())
                .setNote(offer.note())
                .setStamp(Facts.value(offer.at()))
                .setVacancies(yes.vacancies())
                .setRecurring(offer.recurring())
                .build();
        return Facts.one(new FactKey(OFFER, yes.id().hex(), author), fact);
    }

    /** "Yes, still": it could be yours now, and there is room. */
    public static SortedMap<String, byte[]> still(CommitmentId id, int vacancies, DeviceId author, Stamp at) {
        StillFact fact = StillFact.newBuilder()
                .setVacancies(vacancies)
                .setStamp(Facts.value(at))
                .build();
        return Facts.one(new FactKey(STILL, id.hex(), author), fact);
    }

    /** Handed back; there is no field for a reason. */
    public static SortedMap<String, byte[]> handBack(CommitmentId id, DeviceId author, Stamp at) {
        return Facts.event(HAND_BACK, id.hex(), author, at);
    }

    /** On the way to the door. */
    public static SortedMap<String, byte[]> onMyWay(CommitmentId id, DeviceId author, Stamp at) {
        return Facts.event(ON_MY_WAY, id.hex(), author, at);
    }

    /** Done. */
    public static SortedMap<String, byte[]> done(CommitmentId id, DeviceId author, Stamp at) {
        return Facts.event(DONE, id.hex(), author, at);
    }

    /** There is the capacity to talk, on the day itself ({@link Talk}). */
    public static SortedMap<String, byte[]> tonight(CommitmentId id, DeviceId author, Stamp at) {
        return Facts.event(TONIGHT, id.hex(), author, at);
    }

    // ---- reading

    /** What is known of one yes while reading. */
    private static final class Draft {
        Optional<OfferFact> offer = Optional.empty();
        int vacancies;
        boolean onMyWay;
        long handedBackAt = Commitment.Said.NEVER;
        boolean done;
        boolean tonight;
    }

    /** The yeses these facts of one helper tell. One whose id is not that helper's own is nobody's. */
    public static List<Commitment> read(MemberId helper, SortedMap<String, byte[]> facts) {
        SortedMap<CommitmentId, Draft> drafts = new TreeMap<>();
        facts.forEach((key, value) -> FactKey.parse(key)
                .ifPresent(parsed -> Facts.commitment(parsed.subject())
                        .ifPresent(id -> note(
                                drafts.computeIfAbsent(id, unseen -> new Draft()), id, helper, parsed.kind(), value))));
        List<Commitment> yeses = new ArrayList<>();
        drafts.forEach((id, draft) -> draft.offer
                .flatMap(offer -> commitment(id, helper, draft, offer))
                .ifPresent(yeses::add));
        return yeses;
    }

    private static void note(Draft draft, CommitmentId id, MemberId helper, String kind, byte[] value) {
        switch (kind) {
            case OFFER ->
                Facts.parse(OfferFact.parser(), value)
                        .filter(offer -> isOwn(id, helper, offer))
                        .ifPresent(offer -> draft.offer = draft.offer.isEmpty() ? Optional.of(offer) : draft.offer);
            case STILL ->
                Facts.parse(StillFact.parser(), value)
                        .ifPresent(still -> draft.vacancies = Math.max(draft.vacancies, still.getVacancies()));
            case HAND_BACK ->
                draft.handedBackAt = Math.min(
                        draft.handedBackAt,
                        stamp(Facts.parse(EventFact.parser(), value).map(EventFact::getStamp))
                                .millis());
            case ON_MY_WAY -> draft.onMyWay = true;
            case DONE -> draft.done = true;
            case TONIGHT -> draft.tonight = true;
            default -> {}
        }
    }

    private static boolean isOwn(CommitmentId id, MemberId helper, OfferFact offer) {
        return Facts.bytes16(offer.getSalt())
                .filter(salt -> Commitment.id(helper, salt).equals(id))
                .isPresent();
    }

    private static Optional<Commitment> commitment(CommitmentId id, MemberId helper, Draft draft, OfferFact fact) {
        Optional<byte[]> request = Facts.bytes16(fact.getRequest());
        Optional<byte[]> slot = Facts.bytes16(fact.getSlot());
        if (request.isEmpty() || slot.isEmpty()) {
            return Optional.empty();
        }
        Commitment.Offer offer = new Commitment.Offer(
                DocumentId.of(request.get()),
                SlotId.of(slot.get()),
                new Revision(fact.getMoved(), fact.getResumed()),
                fact.getStart(),
                Math.max(0, Math.min(Commitment.BUCKET_MAX, fact.getBucket())),
                fact.getNote(),
                Facts.stamp(fact.getStamp()),
                fact.getRecurring());
        Commitment.Said said = new Commitment.Said(draft.onMyWay, draft.done, draft.handedBackAt, draft.tonight);
        int vacancies = Math.max(draft.vacancies, Math.max(0, fact.getVacancies()));
        return Optional.of(new Commitment(id, helper, offer, vacancies, said));
    }

    /** One helper's yeses from several documents as one list: what is said of a yes in any of them counts. */
    public static List<Commitment> join(Collection<List<Commitment>> documents) {
        SortedMap<CommitmentId, Commitment> all = new TreeMap<>();
        documents.forEach(yeses -> yeses.forEach(yes -> all.merge(yes.id(), yes, HelpingFacts::both)));
        return List.copyOf(all.values());
    }

    private static Commitment both(Commitment one, Commitment other) {
        boolean first = one.offer().at().compareTo(other.offer().at()) <= 0;
        Commitment.Said said = new Commitment.Said(
                one.said().onMyWay() || other.said().onMyWay(),
                one.said().done() || other.said().done(),
                Math.min(one.said().handedBackAt(), other.said().handedBackAt()),
                one.said().tonight() || other.said().tonight());
        int vacancies = Math.max(one.vacancies(), other.vacancies());
        return new Commitment(one.id(), one.helper(), (first ? one : other).offer(), vacancies, said);
    }

    /** The quarters a document is for; empty in one for a narrow request. */
    public static SortedSet<String> quarters(SortedMap<String, byte[]> facts) {
        SortedSet<String> quarters = new TreeSet<>();
        facts.forEach((key, value) -> FactKey.parse(key)
                .filter(parsed -> parsed.kind().equals(QUARTER))
                .flatMap(parsed -> Facts.parse(TextRegister.parser(), value))
                .ifPresent(quarter -> quarters.add(quarter.getValue())));
        return quarters;
    }

    /** The highest stamp in these facts. */
    public static Stamp highest(SortedMap<String, byte[]> facts) {
        Stamp highest = Stamp.NONE;
        for (var fact : facts.entrySet()) {
            String kind = FactKey.parse(fact.getKey()).map(FactKey::kind).orElse("");
            highest = highest.or(
                    switch (kind) {
                        case OFFER ->
                            stamp(Facts.parse(OfferFact.parser(), fact.getValue())
                                    .map(OfferFact::getStamp));
                        case STILL ->
                            stamp(Facts.parse(StillFact.parser(), fact.getValue())
                                    .map(StillFact::getStamp));
                        case HAND_BACK, ON_MY_WAY, DONE, TONIGHT ->
                            stamp(Facts.parse(EventFact.parser(), fact.getValue())
                                    .map(EventFact::getStamp));
                        default -> Stamp.NONE;
                    });
        }
        return highest;
    }

    private static Stamp stamp(Optional<StampValue> value) {
        return value.map(Facts::stamp).orElse(Stamp.NONE);
    }
}
